import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotFound } from '@app/platform';
import { type Level, type Readers, type Subject } from '../domain/course.js';
import { estimateMinutes, type ReadingLoad } from '../domain/reading-time.js';
import { RenderedTexts } from '../rendering/rendered-texts.js';

export interface CatalogueCourse {
  readonly publicId: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly subject: Subject;
  readonly level: Level | null;
  readonly language: string;
  readonly languages: readonly string[];
  readonly title: string;
  /** The first paragraph of its introduction, as plain words. */
  readonly summary: string;
  readonly html: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly versionNumber: number;
  readonly publishedAt: Date;
  readonly minutes: number;
  readonly lessons: number;
  readonly modules: readonly { readonly title: string; readonly minutes: number; readonly lessons: readonly string[] }[];
  readonly skills: readonly { readonly framework: string; readonly code: string; readonly role: string; readonly level: number | null; readonly label: string }[];
  readonly readers: Readers;
  /** As the centre writes it; null is free. */
  readonly price: string | null;
  /** Courses that it builds on. `publicId` is null for one that the centre does not show. */
  readonly prerequisites: readonly { readonly publicId: string | null; readonly level: Level | null; readonly title: string }[];
  /** Editions that take people now or soon, the next one first. */
  readonly cohorts: readonly CatalogueCohort[];
}

export interface CatalogueCohort {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly site: string;
  readonly language: string;
  /** Whether one can register now. */
  readonly isOpen: boolean;
}

interface Row {
  readonly public_id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly subject: Subject;
  readonly level: Level | null;
  readonly original_language: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly number: number;
  readonly published_at: Date;
  readonly texts: Readonly<Record<string, { readonly title: string; readonly markdown: string }>>;
  readonly modules: readonly { readonly titles: Titles; readonly lessons: readonly (ReadingLoad & { readonly titles: Titles; readonly minutes: number | null })[] }[];
  readonly skills: readonly { readonly framework: string; readonly code: string; readonly role: string; readonly level: number | null; readonly labels: Titles }[];
  readonly readers: Readers;
  readonly price: string | null;
  readonly prerequisites: readonly { readonly publicId: string | null; readonly level: Level | null; readonly titles: Titles }[];
  readonly cohorts: readonly CatalogueCohort[];
}

type Titles = Readonly<Record<string, string>>;

/** What everybody may see, signed in or not. */
@Injectable()
export class ReadCatalogue {
  constructor(
    private readonly database: Database,
    private readonly rendered: RenderedTexts,
  ) {}

  async list(actor: Actor, language: string): Promise<readonly CatalogueCourse[]> {
    const rows = await this.rows(actor, null);
    return Promise.all(rows.map((row) => this.shown(row, language)));
  }

  async one(actor: Actor, publicId: string, language: string): Promise<CatalogueCourse | NotFound> {
    const [row] = await this.rows(actor, publicId);
    return row ? this.shown(row, language) : new NotFound('course');
  }

  private rows(actor: Actor, publicId: string | null): Promise<readonly Row[]> {
    return this.database.as(actor, (tx) => tx.query<Row>('select * from app.catalogue($1) limit 500', [publicId]));
  }

  private async shown(row: Row, wanted: string): Promise<CatalogueCourse> {
    const language = row.texts[wanted] ? wanted : row.original_language;
    const inWords = (titles: Titles): string => titles[language] ?? titles[row.original_language] ?? Object.values(titles)[0] ?? '';
    const text = row.texts[language] ?? { title: '', markdown: '' };
    // The introduction shows no pictures here: files are given to members only.
    const { html } = await this.rendered.of({ key: `${row.public_id} ${row.number} ${language}`, title: text.title, markdown: text.markdown.replace(/!\[[^\]]*\]\([^)]*\)/g, '') }, () => NOWHERE);
    const modules = row.modules.map(({ titles, lessons }) => ({
      title: inWords(titles),
      minutes: lessons.reduce((sum, lesson) => sum + (lesson.minutes ?? estimateMinutes(lesson)), 0),
      lessons: lessons.map((lesson) => inWords(lesson.titles)),
    }));
    return {
      ...{ publicId: row.public_id, organisationId: row.organisation_id, organisation: row.organisation, subject: row.subject, level: row.level, language },
      ...{ languages: Object.keys(row.texts).sort(), title: text.title, summary: summaryOf(html), html, licence: row.licence, attribution: row.attribution },
      ...{ versionNumber: row.number, publishedAt: row.published_at, modules, minutes: modules.reduce((sum, { minutes }) => sum + minutes, 0) },
      lessons: modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
      ...{ readers: row.readers, price: row.price, cohorts: row.cohorts },
      prerequisites: row.prerequisites.map(({ titles, ...course }) => ({ ...course, title: inWords(titles) })),
      skills: row.skills.map(({ labels, ...skill }) => ({ ...skill, label: inWords(labels) || skill.code })),
    };
  }
}

const NOWHERE = { image: () => undefined, link: () => undefined };

function summaryOf(html: string): string {
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/gs)].map((match) => (match[1] ?? '').replace(/<[^>]*>/g, '').replace(/&#x3C;/g, '<').replace(/&#x26;/g, '&').replace(/\s+/g, ' ').trim());
  const first = paragraphs.find((paragraph) => paragraph.length >= 40) ?? '';
  return first.length <= 240 ? first : `${first.slice(0, 237).replace(/\s\S*$/, '')}…`;
}
