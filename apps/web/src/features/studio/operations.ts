import {
  AddCoursePartDocument, CancelCourseImportDocument, ChangeCourseDocument, ChangeLessonDocument, ChangeQuizDocument, CompareCourseVersionsDocument, CompetencesDocument, CourseImportDocument, type CourseImportQuery, CreateCourseDocument, MoveCoursePartDocument,
  PreviewCourseTextDocument, PublishCourseDocument, RemoveCoursePartDocument, SaveCourseTextDocument, SetCourseSkillsDocument, StartCourseDraftDocument, StartCourseImportDocument, StudioCourseDocument, type StudioCourseQuery,
  StudioCoursesDocument, StudioTextDocument, type StudioTextQuery, StudioTreeDocument, type StudioTreeQuery,
} from '~/generated/studio/graphql';
import { type Answer, answerOf, done, refused } from '~/lib/api/answer';
import { ask, headers, mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type StudioCourse = Extract<StudioCourseQuery['course'], { readonly __typename: 'Course' }>;
export type StudioTree = Extract<StudioTreeQuery['courseVersion'], { readonly __typename: 'CourseVersion' }>;
export type StudioModule = StudioTree['modules'][number];
export type StudioText = Extract<StudioTextQuery['courseText'], { readonly __typename: 'CourseText' }>;
export type CourseImport = Extract<CourseImportQuery['courseImport'], { readonly __typename: 'CourseImport' }>;
export type PartKind = 'module' | 'lesson' | 'assignment' | 'material' | 'quiz';
export type StudioLesson = StudioModule['lessons'][number];
export type StudioSkill = StudioTree['skills'][number];
export interface Difference {
  readonly what: string;
  readonly how: string;
  readonly title: string;
  readonly languages: readonly string[];
}

type Change = Promise<Answer<unknown>>;

export const useStudioCourses = (organisationId: string): Read<readonly StudioCourse[]> =>
  readOf(useRead(StudioCoursesDocument, { organisationId, first: 100 }), ({ courses }) => ('nodes' in courses ? courses.nodes : undefined));
export const useStudioCourse = (courseId: string): Read<StudioCourse> => readOf(useRead(StudioCourseDocument, { courseId }), ({ course }) => ('versions' in course ? course : undefined));
export const useStudioTree = (versionId: string | undefined): Read<StudioTree> =>
  readOf(useRead(StudioTreeDocument, { versionId: versionId ?? '' }, { pause: versionId === undefined }), ({ courseVersion }) => ('modules' in courseVersion ? courseVersion : undefined));
export const useDifferences = (beforeId: string, afterId: string): Read<readonly Difference[]> =>
  readOf(useRead(CompareCourseVersionsDocument, { beforeId, afterId }), ({ compareCourseVersions }) => ('differences' in compareCourseVersions ? compareCourseVersions.differences : undefined));

/** A text as it stands now, past every cache; null where there is none in this language. */
export async function openText(ownerId: string, language: string): Promise<StudioText | null> {
  const { courseText } = await ask(StudioTextDocument, { ownerId, language });
  return 'markdown' in courseText ? courseText : null;
}

export async function preview(input: { readonly ownerId: string; readonly language: string; readonly title: string; readonly markdown: string }): Promise<string> {
  const { previewCourseText } = await ask(PreviewCourseTextDocument, { input });
  return 'html' in previewCourseText ? previewCourseText.html : '';
}

export async function courseImport(importId: string): Promise<CourseImport | null> {
  const answer = (await ask(CourseImportDocument, { importId })).courseImport;
  return 'state' in answer ? answer : null;
}

export type TextDraft = Pick<StudioText, 'title' | 'markdown' | 'questions'>;
export const saveText = async (place: { readonly ownerId: string; readonly language: string; readonly expectedVersion: number }, { title, markdown, questions }: TextDraft): Promise<Answer<{ readonly version: number }>> => {
  const plain = questions?.map(({ text, answers }) => ({ text, answers: answers.map((answer) => ({ text: answer.text, isRight: answer.isRight })) }));
  return answerOf((await mutate(SaveCourseTextDocument, { input: { ...place, title, markdown, questions: plain ?? null } }, { outlivesPage: true })).saveCourseText);
};

export const createCourse = async (input: { organisationId: string; subject: string; level: string | null; language: string; title: string }): Promise<Answer<{ readonly courseId: string }>> =>
  answerOf((await mutate(CreateCourseDocument, { input })).createCourse);
export const changeCourse = async (course: StudioCourse, facts: { subject: string; level: string | null; isPublic: boolean; readers: string; price: string; prerequisiteIds: readonly string[] }): Change =>
  answerOf((await mutate(ChangeCourseDocument, { input: { courseId: course.id, expectedVersion: course.version, ...facts } })).changeCourse);
export const startDraft = async (courseId: string): Promise<Answer<{ readonly id: string }>> => answerOf((await mutate(StartCourseDraftDocument, { courseId })).startCourseDraft);
export const publish = async (courseId: string, expectedVersion: number): Change => answerOf((await mutate(PublishCourseDocument, { input: { courseId, expectedVersion } })).publishCourse);

const seen = ({ id, treeVersion }: StudioTree) => ({ versionId: id, expectedTree: treeVersion });
export const addPart = async (tree: StudioTree, part: { kind: PartKind; parentId?: string; title: string }): Change => answerOf((await mutate(AddCoursePartDocument, { input: { ...seen(tree), ...part } })).addCoursePart);
export const movePart = async (tree: StudioTree, part: { itemId: string; parentId?: string; position: number }): Change => answerOf((await mutate(MoveCoursePartDocument, { input: { ...seen(tree), ...part } })).moveCoursePart);
export const removePart = async (tree: StudioTree, itemId: string): Change => answerOf((await mutate(RemoveCoursePartDocument, { input: { ...seen(tree), itemId } })).removeCoursePart);

export const changeLesson = async (tree: StudioTree, input: { lessonId: string; minutes: number | null; audience: string }): Change => answerOf((await mutate(ChangeLessonDocument, { input: { ...seen(tree), ...input } })).changeLesson);
export const changeQuiz = async (tree: StudioTree, input: { activityId: string; moment: string; heading: number | null }): Change => answerOf((await mutate(ChangeQuizDocument, { input: { ...seen(tree), ...input } })).changeQuiz);
export const setSkills = async (tree: StudioTree, skills: readonly StudioSkill[]): Change =>
  answerOf((await mutate(SetCourseSkillsDocument, { input: { ...seen(tree), skills: skills.map(({ framework, code, role, level }) => ({ framework, code, role, level })) } })).setCourseSkills);

export async function findCompetences(organisationId: string, words: string): Promise<readonly { readonly framework: string; readonly code: string; readonly label: string }[]> {
  const { competences } = await ask(CompetencesDocument, { organisationId, words });
  return 'competences' in competences ? competences.competences : [];
}

export const startImport = async (input: { importId: string; courseId: string | null; subject: string; onConflict: string | null }): Change => answerOf((await mutate(StartCourseImportDocument, { input })).startCourseImport);
export const cancelImport = async (importId: string): Change => answerOf((await mutate(CancelCourseImportDocument, { importId })).cancelCourseImport);

async function send<T>(address: string, body: Blob): Promise<Answer<T>> {
  const sent = await fetch(address, { method: 'POST', credentials: 'same-origin', headers: { ...headers(), 'content-type': 'application/octet-stream' }, body });
  const answer = (await sent.json()) as T & { readonly code: string; readonly message: string };
  return sent.ok ? done(answer) : refused({ code: answer.code, message: answer.message, faults: [], details: [] });
}

export const uploadCourse = (organisationId: string, name: string, archive: Blob): Promise<Answer<{ readonly import: { readonly id: string } }>> =>
  send(`/files/course-imports?${new URLSearchParams({ organisationId, name }).toString()}`, archive);
export const uploadImage = (versionId: string, file: File): Promise<Answer<{ readonly path: string }>> => send(`/files/course-images?${new URLSearchParams({ versionId, name: file.name }).toString()}`, file);

export const loadCompetences = (organisationId: string, file: File): Promise<Answer<{ readonly loaded: number }>> => send(`/files/competences?${new URLSearchParams({ organisationId, name: file.name }).toString()}`, file);

/** Packs a folder as the browser gives it; what is no part of a course (tools, packages) stays behind. */
export async function packFolder(files: readonly File[]): Promise<{ readonly name: string; readonly archive: Blob }> {
  const { downloadZip } = await import('client-zip');
  const kept = files.filter(({ webkitRelativePath }) => !/(^|\/)(\.git|node_modules|\.github|__pycache__)\//.test(webkitRelativePath));
  const name = kept[0]?.webkitRelativePath.split('/')[0] ?? 'course';
  return { name: `${name}.zip`, archive: await downloadZip(kept.map((file) => ({ name: file.webkitRelativePath, input: file }))).blob() };
}
