import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotFound, type Tx } from '@app/platform';
import { mayReadCourses, mayReadDrafts } from '../domain/course.policy.js';
import { type QuizMoment } from '../domain/curriculum.js';
import { estimateMinutes } from '../domain/reading-time.js';
import { CourseFileStore } from '../persistence/course-file.store.js';
import { type LessonActivity, type LessonLink, LessonReads, type LessonRow, type LessonText } from '../persistence/lesson.reads.js';
import { placesOf, type VersionPlaces } from '../rendering/lesson-places.js';
import { RenderedTexts } from '../rendering/rendered-texts.js';
import { type Places, type TocEntry } from '../rendering/render-markdown.js';

export interface ShownQuestion {
  readonly text: string;
  /** More than one answer is right. */
  readonly takesSeveral: boolean;
  readonly answers: readonly string[];
}

/** A lesson as its page shows it, in one language, without anything that gives a right answer away. */
export interface ShownLesson extends Pick<LessonRow, 'id' | 'identity' | 'organisationId' | 'audience' | 'courseId' | 'versionId' | 'versionNumber' | 'state' | 'originalLanguage' | 'licence' | 'attribution'> {
  readonly courseTitle: string;
  readonly moduleTitle: string;
  readonly language: string;
  readonly languages: readonly { readonly language: string; readonly olderThanOriginal: boolean }[];
  readonly title: string;
  readonly olderThanOriginal: boolean;
  readonly minutes: number;
  readonly html: string;
  readonly toc: readonly TocEntry[];
  readonly assignments: readonly { readonly id: string; readonly title: string; readonly html: string }[];
  /** Texts and notebooks beside the lesson. */
  readonly materials: ShownLesson['assignments'];
  readonly quizzes: readonly { readonly id: string; readonly moment: QuizMoment; readonly heading: number | null; readonly title: string; readonly questions: readonly ShownQuestion[] }[];
  /** From 1. */
  readonly position: number;
  readonly total: number;
  readonly previousId?: string;
  readonly nextId?: string;
}

interface Loaded {
  readonly row: LessonRow;
  readonly lessons: readonly LessonLink[];
  readonly images: VersionPlaces['images'];
}

@Injectable()
export class ReadLesson {
  constructor(
    private readonly database: Database,
    private readonly reads: LessonReads,
    private readonly files: CourseFileStore,
    private readonly rendered: RenderedTexts,
  ) {}

  async execute(actor: Actor, lessonId: string, language: string): Promise<ShownLesson | NotFound> {
    const loaded = await this.database.as(actor, (tx) => this.load(tx, lessonId));
    return loaded ? this.show(loaded, language) : new NotFound('lesson');
  }

  private async load(tx: Tx, lessonId: string): Promise<Loaded | undefined> {
    const row = await this.reads.lesson(tx, lessonId);
    const builds = row !== undefined && mayReadDrafts(tx.actor, row.organisationId);
    const isOpen = row !== undefined && (builds || (mayReadCourses(tx.actor, row.organisationId) && row.isReadable && row.audience === 'everyone'));
    return isOpen ? { row, lessons: await this.reads.links(tx, row.versionId, builds), images: await this.files.places(tx, row.versionId) } : undefined;
  }

  private async show({ row, lessons, images }: Loaded, wanted: string): Promise<ShownLesson> {
    const text = inLanguage(row.texts, wanted, row.originalLanguage);
    const quizzes = row.activities.filter(({ kind }) => kind === 'quiz');
    const version = { images, lessons, quizzes: new Map(quizzes.map(({ id, key }) => [key.replace(/^quiz-/, ''), id])) };
    const render = (owner: string, shown: LessonText, headings: readonly number[] = []) =>
      this.rendered.of({ key: `${row.versionId} ${row.contentVersion} ${owner} ${shown.language}`, headings, ...shown }, (): Places => placesOf(shown.file, version));
    const parts = (wanted: LessonActivity['kind']) =>
      Promise.all(row.activities.filter(({ kind }) => kind === wanted).map(async ({ id, texts }) => {
        const shown = inLanguage(texts, text.language, row.originalLanguage);
        return { id, title: shown.title, html: (await render(id, shown)).html };
      }));
    const [assignments, materials] = [await parts('assignment'), await parts('material')];
    const at = lessons.findIndex(({ id }) => id === row.id);
    return {
      ...row,
      courseTitle: titleIn(row.courseTitles, text.language, row.originalLanguage),
      moduleTitle: titleIn(row.moduleTitles, text.language, row.originalLanguage),
      language: text.language,
      languages: row.texts.map(({ language, olderThanOriginal }) => ({ language, olderThanOriginal })),
      title: text.title,
      olderThanOriginal: text.olderThanOriginal,
      minutes: row.minutes ?? estimateMinutes({ characters: text.markdown.length, assignments: assignments.length, quizzes: quizzes.length }),
      ...(await render(row.id, text, quizzes.flatMap(({ heading }) => heading ?? []))),
      assignments,
      materials,
      quizzes: quizzes.map((quiz) => shownQuiz(quiz, text.language, row.originalLanguage)),
      position: at + 1,
      total: lessons.length,
      previousId: lessons[at - 1]?.id,
      nextId: lessons[at + 1]?.id,
    };
  }
}

const NOTHING: LessonText = { language: 'en', title: '', markdown: '', file: null, olderThanOriginal: false, version: 0 };

function inLanguage<Text extends LessonText>(texts: readonly Text[], wanted: string, original: string): Text | LessonText {
  return texts.find(({ language }) => language === wanted) ?? texts.find(({ language }) => language === original) ?? texts[0] ?? NOTHING;
}

function titleIn(titles: Readonly<Record<string, string>>, wanted: string, original: string): string {
  return titles[wanted] ?? titles[original] ?? Object.values(titles)[0] ?? '';
}

function shownQuiz({ id, moment, heading, texts, rightCounts }: LessonActivity, wanted: string, original: string): ShownLesson['quizzes'][number] {
  const text = texts.find(({ language }) => language === wanted) ?? texts.find(({ language }) => language === original) ?? texts[0];
  const questions = (text?.questions ?? []).map((question, index) => ({ ...question, takesSeveral: (rightCounts?.[index] ?? 1) > 1 }));
  return { id, moment: moment ?? 'after', heading, title: text?.title ?? '', questions };
}
