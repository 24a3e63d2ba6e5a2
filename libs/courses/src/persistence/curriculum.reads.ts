import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Curriculum, type CurriculumAssignment, type CurriculumLesson, type CurriculumModule, type CurriculumQuestion, type CurriculumQuiz, type CurriculumText, type Licence, type PerLanguage, type QuizMoment, type SkillRef } from '../domain/curriculum.js';
import { CourseFileStore } from './course-file.store.js';

interface TextJson {
  readonly language: string;
  readonly title: string;
  readonly markdown: string;
  readonly head: string | null;
  readonly file: string | null;
  readonly older: boolean;
  readonly questions: readonly { readonly text: string; readonly answers: readonly string[] }[] | null;
}

interface ActivityJson {
  readonly key: string;
  readonly kind: 'assignment' | 'material' | 'quiz';
  readonly moment: QuizMoment | null;
  readonly heading: number | null;
  readonly solution: readonly (readonly boolean[])[] | null;
  readonly texts: readonly TextJson[];
}

interface LessonJson extends Pick<CurriculumLesson, 'key' | 'audience'> {
  readonly minutes: number | null;
  readonly texts: readonly TextJson[];
  readonly activities: readonly ActivityJson[];
}

interface VersionRow {
  readonly originalLanguage: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly licenceText: string | null;
  readonly texts: readonly TextJson[];
  readonly skills: readonly SkillRef[];
  readonly modules: readonly { readonly key: string; readonly texts: readonly TextJson[]; readonly lessons: readonly LessonJson[]; readonly activities: readonly ActivityJson[] }[];
}

const TEXTS = (owner: string): string => `(select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'markdown', t.markdown, 'head', t.head,
  'file', t.file, 'older', t.older_than_original, 'questions', t.questions) order by t.language <> v.original_language, t.language), '[]') from course_text t where t.owner_id = ${owner})`;
const ACTIVITIES = (where: string): string => `(select coalesce(jsonb_agg(jsonb_build_object('key', a.key, 'kind', a.kind, 'moment', a.moment, 'heading', a.heading, 'solution', a.solution,
  'texts', ${TEXTS('a.id')}) order by a.position), '[]') from activity a where ${where})`;

const VERSION = `
  select v.original_language as "originalLanguage", v.licence, v.attribution, v.licence_text as "licenceText", ${TEXTS('v.id')} as texts,
    (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('framework', s.framework, 'code', s.code, 'role', s.role, 'level', s.level)) order by s.role, s.framework, s.code), '[]')
      from course_skill s where s.version_id = v.id) as skills,
    (select coalesce(jsonb_agg(jsonb_build_object('key', m.key, 'texts', ${TEXTS('m.id')}, 'activities', ${ACTIVITIES('a.module_id = m.id and a.lesson_id is null')}, 'lessons',
        (select coalesce(jsonb_agg(jsonb_build_object('key', l.key, 'audience', l.audience, 'minutes', l.minutes, 'texts', ${TEXTS('l.id')},
            'activities', ${ACTIVITIES('a.lesson_id = l.id')}) order by l.position), '[]') from lesson l where l.module_id = m.id)) order by m.position), '[]')
      from course_module m where m.version_id = v.id) as modules
  from course_version v where v.id = $1`;

/** A stored version as a curriculum again, as if it had been read from files. */
@Injectable()
export class CurriculumReads {
  constructor(private readonly files: CourseFileStore) {}

  async of(tx: Tx, versionId: string): Promise<Curriculum | undefined> {
    const [row] = await tx.query<VersionRow>(VERSION, [versionId]);
    return row && { ...curriculumOf(row), images: await this.files.of(tx, versionId) };
  }
}

function curriculumOf({ originalLanguage, texts, skills, modules, ...row }: VersionRow): Curriculum {
  const licence: Licence | undefined = row.licence === null ? undefined : { name: row.licence, text: row.licenceText ?? '', attribution: row.attribution ?? undefined };
  return { originalLanguage, texts: textsOf(texts), skills, licence, modules: modules.map(moduleOf) };
}

function moduleOf({ key, texts, lessons, activities }: VersionRow['modules'][number]): CurriculumModule {
  const introduction = textsOf(texts);
  const titles = new Map([...introduction].map(([language, text]) => [language, text.title]));
  return { key, titles, introduction, lessons: lessons.map(lessonOf), quizzes: quizzesOf(activities) };
}

function lessonOf({ key, audience, minutes, texts, activities }: LessonJson): CurriculumLesson {
  const parts = (wanted: ActivityJson['kind']): CurriculumAssignment[] =>
    activities.filter(({ kind }) => kind === wanted).map((activity) => ({ key: activity.key.startsWith(`${key}#`) ? activity.key.slice(key.length + 1) : activity.key, texts: textsOf(activity.texts) }));
  return { key, audience, minutes: minutes ?? undefined, texts: textsOf(texts), assignments: parts('assignment'), materials: parts('material'), quizzes: quizzesOf(activities) };
}

function quizzesOf(activities: readonly ActivityJson[]): readonly CurriculumQuiz[] {
  return activities
    .filter(({ kind }) => kind === 'quiz')
    .map(({ key, moment, heading, solution, texts }) => ({
      key: key.replace(/^quiz-/, ''),
      moment: moment ?? 'after',
      heading: heading ?? undefined,
      texts: new Map(texts.map(({ language, title, file, questions }) => [language, { title, file: file ?? '', questions: (questions ?? []).map((question, index) => withAnswers(question, solution?.[index] ?? [])) }])),
    }));
}

function withAnswers({ text, answers }: { readonly text: string; readonly answers: readonly string[] }, right: readonly boolean[]): CurriculumQuestion {
  return { text, answers: answers.map((answer, index) => ({ text: answer, isRight: right[index] ?? false })) };
}

function textsOf(texts: readonly TextJson[]): PerLanguage<CurriculumText> {
  return new Map(texts.map(({ language, title, markdown, head, file, older }) => [language, { title, markdown, head: head ?? undefined, file: file ?? '', olderThanOriginal: older }]));
}
