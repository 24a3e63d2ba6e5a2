import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  AnswerQuizDocument, CatalogueCourseDocument, type CatalogueCourseQuery, CatalogueDocument, type CatalogueQuery, CourseDocument, CoursesDocument, type CoursesQuery, CourseTreeDocument, type CourseTreeQuery,
  LessonDocument, LessonProgressDocument, type LessonQuery, MarkLessonDocument,
} from '~/generated/courses/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { ask, mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { spoken } from '~/lib/i18n/i18n';
import { keepFewest, noteUse, useKeptCopy } from '~/lib/offline-copy';

export type CourseLine = Extract<CoursesQuery['courses'], { readonly __typename: 'CourseConnection' }>['nodes'][number];
export type Tree = Extract<CourseTreeQuery['courseVersion'], { readonly __typename: 'CourseVersion' }>;
export type Progress = CourseTreeQuery['courseProgress'];
export type Lesson = Extract<LessonQuery['lesson'], { readonly __typename: 'Lesson' }>;
export type Quiz = Lesson['quizzes'][number];
export type CatalogueLine = CatalogueQuery['catalogue']['courses'][number];
export type CataloguePage = Extract<CatalogueCourseQuery['catalogueCourse'], { readonly __typename: 'CatalogueCourse' }>;

export interface Marks {
  readonly rightCount: number;
  readonly questionCount: number;
  readonly questions: readonly { readonly isRight: boolean; readonly right: readonly number[] }[];
}

export const useCourses = (organisationId: string): Read<readonly CourseLine[]> =>
  readOf(useRead(CoursesDocument, { organisationId, first: 100 }), ({ courses }) => ('nodes' in courses ? courses.nodes : undefined));

/** The published version that learners read. */
export const useReadableVersion = (courseId: string): Read<string> =>
  readOf(useRead(CourseDocument, { courseId }), ({ course }) => ('versions' in course ? (course.versions.find(({ state }) => state === 'published') ?? course.versions[0])?.id : undefined));

export const useTree = (versionId: string | undefined): Read<{ readonly tree: Tree; readonly progress: Progress }> =>
  readOf(useRead(CourseTreeDocument, { versionId: versionId ?? '' }, { pause: versionId === undefined }), ({ courseVersion, courseProgress }) => ('modules' in courseVersion ? { tree: courseVersion, progress: courseProgress } : undefined));

export interface LessonCopy {
  readonly lesson: Lesson;
  /** When it was read from the server. */
  readonly at: string;
}

const MOST_LESSONS = 40;

/** A lesson, or its copy on this device where the server cannot be reached: the last forty that were opened are kept. */
export function useLesson(lessonId: string, language?: string): Read<LessonCopy> & { readonly isCopy: boolean } {
  const read = useRead(LessonDocument, { lessonId, language });
  const found = read.data?.lesson;
  const lesson = found && 'html' in found ? found : undefined;
  const key = `lesson ${lessonId} ${language ?? ''}`;
  const copy = useMemo(() => lesson && { lesson, at: new Date().toISOString() }, [lesson]);
  useEffect(() => {
    if (!copy) return;
    noteUse('lesson', key);
    keepFewest('lesson', MOST_LESSONS);
  }, [copy, key]);
  return useKeptCopy(key, { ...readOf(read, () => copy), data: copy });
}

export const useProgress = (versionId: string): Read<Progress> => readOf(useRead(LessonProgressDocument, { versionId }), ({ courseProgress }) => courseProgress);

export const markLesson = async (lessonId: string, isDone: boolean): Promise<Answer<unknown>> => answerOf((await mutate(MarkLessonDocument, { lessonId, isDone })).markLesson);
export const answerQuiz = async (activityId: string, choices: readonly (readonly number[])[]): Promise<Answer<Marks>> => answerOf((await mutate(AnswerQuizDocument, { input: { activityId, choices } })).answerQuiz);

/** Reads without a session: pages that everybody may see. `load` has to be the same function as long as the same thing is meant. */
function usePublic<Data>(load: () => Promise<Data>): Read<Data> {
  const [state, setState] = useState<{ readonly data?: Data; readonly failed?: Error }>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isHere = true;
    load().then(
      (data) => isHere && setState({ data }),
      (error: unknown) => isHere && setState({ failed: error instanceof Error ? error : new Error(String(error)) }),
    );
    return () => void (isHere = false);
  }, [load, tries]);
  return { data: state.data, loading: state.data === undefined && state.failed === undefined, failed: state.failed, again: () => setTries(tries + 1) };
}

const loadCatalogue = async (): Promise<readonly CatalogueLine[]> => (await ask(CatalogueDocument, {})).catalogue.courses;
export const useCatalogue = (): Read<readonly CatalogueLine[]> => usePublic(loadCatalogue);

export function useCataloguePage(publicId: string, language?: string): Read<CataloguePage | null> {
  const load = useCallback(async () => {
    const { catalogueCourse } = await ask(CatalogueCourseDocument, { publicId, language: language ?? spoken() });
    return 'html' in catalogueCourse ? catalogueCourse : null;
  }, [publicId, language]);
  return usePublic(load);
}
