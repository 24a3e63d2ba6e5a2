import { type CurriculumLesson, type CurriculumQuiz, type SkillRef } from '../../domain/curriculum.js';

/** Stands beside the files of an exported course and says what their names and texts cannot: order, identities, times, marks. */
export const MANIFEST = 'tremplin-course.json';
export const MANIFEST_VERSION = 1;

export interface ManifestText {
  /** Undefined where there is a title and nothing below it. */
  readonly file?: string;
  /** Where it differs from the first heading of the file. */
  readonly title?: string;
  readonly olderThanOriginal?: boolean;
}

export type ManifestTexts = Readonly<Record<string, ManifestText>>;
export type ManifestQuiz = Pick<CurriculumQuiz, 'key' | 'moment' | 'heading'>;

export interface ManifestLesson extends Pick<CurriculumLesson, 'key' | 'audience' | 'minutes'> {
  readonly texts: ManifestTexts;
  readonly assignments: readonly { readonly key: string; readonly texts: ManifestTexts }[];
  readonly materials?: ManifestLesson['assignments'];
  readonly quizzes: readonly ManifestQuiz[];
}

export interface ManifestModule {
  readonly key: string;
  readonly texts: ManifestTexts;
  readonly lessons: readonly ManifestLesson[];
  readonly quizzes: readonly ManifestQuiz[];
}

export interface Manifest {
  readonly format: typeof MANIFEST_VERSION;
  readonly originalLanguage: string;
  readonly licence?: { readonly name: string; readonly attribution?: string; readonly file?: string };
  readonly texts: ManifestTexts;
  readonly skills: readonly SkillRef[];
  /** Paths of all images, also of those that no text shows now. */
  readonly images?: readonly string[];
  readonly modules: readonly ManifestModule[];
}
