import { type CleanImage } from './images/image.js';

/** BCP 47 primary language, lower case: "en", "fr". Content may be in more languages than the interface. */
export type ContentLanguage = string;

/** The same thing in several languages. */
export type PerLanguage<T> = ReadonlyMap<ContentLanguage, T>;

/** One text of a lesson or assignment, as it lies in one file. */
export interface CurriculumText {
  readonly title: string;
  readonly markdown: string;
  /** The YAML head that stood above it, with its lines of dashes; of a notebook the notebook itself as JSON. */
  readonly head?: string;
  /** Path from the curriculum's root, with slashes. */
  readonly file: string;
  /** A translation that says of which original it was made, when that original has changed since. */
  readonly olderThanOriginal: boolean;
}

export interface CurriculumQuestion {
  readonly text: string;
  readonly answers: readonly { readonly text: string; readonly isRight: boolean }[];
}

export const quizMoments = ['before', 'after', 'heading'] as const;
export type QuizMoment = (typeof quizMoments)[number];

export interface CurriculumQuiz {
  /** The number or name by which lessons link to it; the same in all languages. */
  readonly key: string;
  /** Self-check before or after the lesson's text, or in it. */
  readonly moment: QuizMoment;
  /** Below which heading it stands, counted from 1; set where it stands in the text. */
  readonly heading?: number;
  readonly texts: PerLanguage<{ readonly title: string; readonly file: string; readonly questions: readonly CurriculumQuestion[] }>;
}

/** An assignment, or another text or notebook that belongs to a lesson. */
export interface CurriculumAssignment {
  /** Its name within the lesson; by default its place: "assignment-1". */
  readonly key?: string;
  readonly texts: PerLanguage<CurriculumText>;
}

export interface CurriculumLesson {
  /** The path of the original without language and ending: the lesson's identity in all languages and at every new import. */
  readonly key: string;
  /** Demonstrations are made by the trainer; learners do not see them as their own work. */
  readonly audience: 'everyone' | 'trainers';
  /** As the author says; estimated from the text where nobody said. */
  readonly minutes?: number;
  readonly texts: PerLanguage<CurriculumText>;
  readonly assignments: readonly CurriculumAssignment[];
  /** Texts and notebooks that lie beside the lesson's own text. */
  readonly materials?: readonly CurriculumAssignment[];
  readonly quizzes: readonly CurriculumQuiz[];
}

export interface CurriculumModule {
  readonly key: string;
  readonly titles: PerLanguage<string>;
  readonly introduction: PerLanguage<CurriculumText>;
  readonly lessons: readonly CurriculumLesson[];
  /** Quizzes that no lesson links to but whose neighbours belong here. */
  readonly quizzes: readonly CurriculumQuiz[];
}

/** A course as it was read from files: nothing of it is stored yet. */
export interface Curriculum {
  /** Title and introduction of the course itself. */
  readonly texts: PerLanguage<CurriculumText>;
  readonly originalLanguage: ContentLanguage;
  readonly modules: readonly CurriculumModule[];
  readonly licence?: Licence;
  /** Images that its texts show. */
  readonly images?: readonly CurriculumImage[];
  /** Paths of images that belong to it, whether a text shows them or not: an author who took one out may want it back. */
  readonly keeps?: readonly string[];
  /** Skills that it names by framework and code. */
  readonly skills?: readonly SkillRef[];
}

export interface CurriculumImage {
  /** From the curriculum's root, with slashes. */
  readonly path: string;
  readonly image: CleanImage;
}

/** A competence of a framework that a course gives or asks for. */
export interface SkillRef {
  readonly framework: 'digcomp' | 'esco';
  /** "1.2" of DigComp, the URI of ESCO. */
  readonly code: string;
  readonly role: 'gives' | 'requires';
  /** DigComp's levels of proficiency, 1 to 8. */
  readonly level?: number;
}

export interface Licence {
  /** Short name where it is recognised ("MIT", "CC BY 4.0"), else the name of the file. */
  readonly name: string;
  readonly text: string;
  /** Whom readers are told: "Copyright (c) 2024 Somebody". */
  readonly attribution?: string;
}

export interface CurriculumCounts {
  readonly modules: number;
  readonly lessons: number;
  readonly assignments: number;
  readonly quizzes: number;
  /** Questions of the original language; a translation repeats them. */
  readonly questions: number;
  readonly languages: readonly ContentLanguage[];
}

export function countCurriculum(curriculum: Curriculum): CurriculumCounts {
  const lessons = curriculum.modules.flatMap((module) => module.lessons);
  const quizzes = [...lessons.flatMap((lesson) => lesson.quizzes), ...curriculum.modules.flatMap((module) => module.quizzes)];
  const texts: PerLanguage<unknown>[] = [...curriculum.modules.map((module) => module.introduction), ...lessons.map((lesson) => lesson.texts), ...quizzes.map((quiz) => quiz.texts)];
  const assignments = lessons.flatMap((lesson) => lesson.assignments);
  const languages = new Set([...texts, ...assignments.map((assignment) => assignment.texts)].flatMap((perLanguage) => [...perLanguage.keys()]));
  return {
    modules: curriculum.modules.length,
    lessons: lessons.length,
    assignments: assignments.length,
    quizzes: quizzes.length,
    questions: quizzes.reduce((sum, quiz) => sum + questionsOf(quiz, curriculum.originalLanguage), 0),
    languages: [...languages].sort(),
  };
}

function questionsOf(quiz: CurriculumQuiz, original: ContentLanguage): number {
  const text = quiz.texts.get(original) ?? [...quiz.texts.values()][0];
  return text?.questions.length ?? 0;
}
