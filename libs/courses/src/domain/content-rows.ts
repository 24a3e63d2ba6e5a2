import { createHash, randomUUID } from 'node:crypto';
import { type Curriculum, type CurriculumAssignment, type CurriculumImage, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz, type CurriculumText, type PerLanguage } from './curriculum.js';

/** Identities of things that the version before held, by kind and key: a lesson keeps its identity through versions. */
export type Identities = ReadonlyMap<string, string>;
export const identityKey = (kind: 'module' | 'lesson' | 'activity', key: string): string => `${kind}:${key}`;

/** Stands for the version itself as the owner of the course's title and introduction; its key is that of the course. */
export const COURSE_KEY = 'course';

export interface ContentRows {
  readonly modules: readonly { id: string; identity: string; key: string; position: number }[];
  readonly lessons: readonly { id: string; module_id: string; identity: string; key: string; position: number; audience: string; minutes: number | null }[];
  readonly activities: readonly ActivityRow[];
  readonly texts: readonly TextRow[];
}

export interface ActivityRow {
  readonly id: string;
  readonly module_id: string;
  readonly lesson_id: string | null;
  readonly identity: string;
  readonly key: string;
  readonly kind: 'assignment' | 'material' | 'quiz';
  readonly moment: string | null;
  readonly heading: number | null;
  readonly position: number;
  readonly solution: readonly (readonly boolean[])[] | null;
}

export interface TextRow {
  readonly owner_id: string;
  readonly language: string;
  readonly title: string;
  readonly markdown: string;
  readonly questions: unknown;
  readonly file: string | null;
  readonly head: string | null;
  /** SHA-256 in hex of title, text and questions as imported; null for what was made here. */
  readonly imported_hash: string | null;
  readonly older_than_original: boolean;
  /** Set when the text is not the file's but one that was edited here. */
  readonly edited?: boolean;
}

/** A curriculum as rows of a version, with new ids and the identities of before. */
export function contentRows(curriculum: Curriculum, known: Identities = new Map()): ContentRows {
  return new RowWriter(curriculum.originalLanguage, known).write(curriculum);
}

/** SHA-256 in hex over everything that the files say: texts, order, audience, right answers, images. Ids play no part, nor the order of languages. */
export function fingerprint(rows: ContentRows, images: readonly CurriculumImage[] = []): string {
  const owners = new Map([[COURSE_KEY, COURSE_KEY], ...[...rows.modules, ...rows.lessons, ...rows.activities].map(({ id, key }) => [id, key] as const)]);
  const facts = [
    rows.modules.map(({ key }) => key),
    rows.lessons.map(({ key, module_id, audience, minutes }) => [key, owners.get(module_id), audience, minutes]),
    rows.activities.map(({ key, module_id, lesson_id, moment, heading, solution }) => [key, owners.get(module_id), owners.get(lesson_id ?? ''), moment, heading, solution]),
    rows.texts.map(({ owner_id, language, imported_hash, older_than_original }) => [owners.get(owner_id), language, imported_hash, older_than_original].join(' ')).sort(),
    images.map(({ path, image }) => `${path} ${createHash('sha256').update(image.bytes).digest('hex')}`).sort(),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

const LONGEST_TITLE = 500;

class RowWriter {
  private readonly rows = { modules: [], lessons: [], activities: [], texts: [] } as { -readonly [Name in keyof ContentRows]: ContentRows[Name][number][] };

  constructor(
    private readonly originalLanguage: string,
    private readonly known: Identities,
  ) {}

  write(curriculum: Curriculum): ContentRows {
    this.textsOf(COURSE_KEY, curriculum.texts);
    curriculum.modules.forEach((module, position) => this.module(module, position));
    return this.rows;
  }

  private module(module: CurriculumModule, position: number): void {
    const id = randomUUID();
    this.rows.modules.push({ id, identity: this.identity('module', module.key), key: module.key, position });
    for (const [language, title] of module.titles) this.text(id, language, module.introduction.get(language) ?? { title, markdown: '', file: '', olderThanOriginal: false });
    module.lessons.forEach((lesson, index) => this.lesson(lesson, id, index));
    module.quizzes.forEach((quiz, index) => this.quiz(quiz, { module_id: id, lesson_id: null }, index));
  }

  private lesson(lesson: CurriculumLesson, moduleId: string, position: number): void {
    const id = randomUUID();
    this.rows.lessons.push({ id, module_id: moduleId, identity: this.identity('lesson', lesson.key), key: lesson.key, position, audience: lesson.audience, minutes: lesson.minutes ?? null });
    this.textsOf(id, lesson.texts);
    const place = { module_id: moduleId, lesson_id: id };
    const parts = [
      ...lesson.assignments.map(({ key, texts }, index) => ({ kind: 'assignment' as const, key: key ?? `assignment-${index + 1}`, texts })),
      ...(lesson.materials ?? []).map(({ key, texts }, index) => ({ kind: 'material' as const, key: key ?? `material-${index + 1}`, texts })),
    ];
    parts.forEach(({ key, ...part }, index) => this.part(part, { ...place, key: `${lesson.key}#${key}` }, index));
    lesson.quizzes.forEach((quiz, index) => this.quiz(quiz, place, parts.length + index));
  }

  private part({ kind, texts }: Pick<CurriculumAssignment, 'texts'> & Pick<ActivityRow, 'kind'>, place: Pick<ActivityRow, 'module_id' | 'lesson_id' | 'key'>, position: number): void {
    const id = randomUUID();
    this.rows.activities.push({ ...place, id, identity: this.identity('activity', place.key), kind, moment: null, heading: null, position, solution: null });
    this.textsOf(id, texts);
  }

  private quiz(quiz: CurriculumQuiz, place: Pick<ActivityRow, 'module_id' | 'lesson_id'>, position: number): void {
    const id = randomUUID();
    const key = `quiz-${quiz.key}`;
    const original = quiz.texts.get(this.originalLanguage) ?? [...quiz.texts.values()][0];
    const solution = original?.questions.map((question) => question.answers.map((answer) => answer.isRight)) ?? [];
    this.rows.activities.push({ ...place, id, key, identity: this.identity('activity', key), kind: 'quiz', moment: quiz.moment, heading: quiz.heading ?? null, position, solution });
    for (const [language, { title, file, questions }] of quiz.texts) {
      const shown = questions.map(({ text, answers }) => ({ text, answers: answers.map((answer) => answer.text) }));
      this.text(id, language, { title, markdown: '', file, olderThanOriginal: false }, shown);
    }
  }

  private textsOf(owner: string, texts: PerLanguage<CurriculumText>): void {
    for (const [language, text] of texts) this.text(owner, language, text);
  }

  private text(owner: string, language: string, text: CurriculumText, questions: unknown = null): void {
    const title = text.title.slice(0, LONGEST_TITLE).toWellFormed() || '…';
    const imported_hash = createHash('sha256').update(JSON.stringify([title, text.markdown, questions])).digest('hex');
    this.rows.texts.push({ owner_id: owner, language, title, markdown: text.markdown, questions, file: text.file || null, head: text.head ?? null, imported_hash, older_than_original: text.olderThanOriginal });
  }

  private identity(kind: 'module' | 'lesson' | 'activity', key: string): string {
    return this.known.get(identityKey(kind, key)) ?? randomUUID();
  }
}
