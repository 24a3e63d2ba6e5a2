import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type QuizMoment } from '../domain/curriculum.js';
import { readable } from './readable.js';

export interface LessonText {
  readonly language: string;
  readonly title: string;
  readonly markdown: string;
  readonly file: string | null;
  readonly olderThanOriginal: boolean;
  readonly version: number;
}

export interface LessonActivity {
  readonly id: string;
  readonly key: string;
  readonly kind: 'assignment' | 'material' | 'quiz';
  readonly moment: QuizMoment | null;
  readonly heading: number | null;
  /** How many answers of each question are right; never which. */
  readonly rightCounts: readonly number[] | null;
  readonly texts: readonly (LessonText & { readonly questions: readonly { readonly text: string; readonly answers: readonly string[] }[] | null })[];
}

export interface LessonRow {
  readonly id: string;
  readonly identity: string;
  readonly organisationId: string;
  readonly audience: 'everyone' | 'trainers';
  readonly minutes: number | null;
  readonly courseId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  /** Of the draft, for the cache of what was rendered. */
  readonly contentVersion: number;
  readonly state: 'draft' | 'published';
  /** Whether the person of the transaction may read its version as a learner. */
  readonly isReadable: boolean;
  readonly originalLanguage: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly courseTitles: Readonly<Record<string, string>>;
  readonly moduleTitles: Readonly<Record<string, string>>;
  readonly texts: readonly LessonText[];
  readonly activities: readonly LessonActivity[];
}

export interface LessonLink {
  readonly id: string;
  readonly key: string;
  readonly files: readonly string[];
}

const TEXTS = (owner: string, more = ''): string => `(select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'markdown', t.markdown, 'file', t.file,
  'olderThanOriginal', t.older_than_original, 'version', t.version${more}) order by t.language <> v.original_language, t.language), '[]') from course_text t where t.owner_id = ${owner})`;
const TITLES = (owner: string): string => `(select coalesce(jsonb_object_agg(t.language, t.title), '{}') from course_text t where t.owner_id = ${owner})`;

const LESSON = `
  select l.id, l.identity, l.organisation_id as "organisationId", l.audience, l.minutes, v.course_id as "courseId", v.id as "versionId", v.number as "versionNumber", v.version as "contentVersion",
    v.state, ${readable('v', 'c')} as "isReadable", v.original_language as "originalLanguage", v.licence, v.attribution, ${TITLES('v.id')} as "courseTitles", ${TITLES('l.module_id')} as "moduleTitles", ${TEXTS('l.id')} as texts,
    (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'key', a.key, 'kind', a.kind, 'moment', a.moment, 'heading', a.heading,
        'rightCounts', (select jsonb_agg((select count(*) from jsonb_array_elements(s.value) x where x.value = 'true') order by s.ordinality) from jsonb_array_elements(a.solution) with ordinality s),
        'texts', ${TEXTS('a.id', `, 'questions', t.questions`)}) order by a.position), '[]') from activity a where a.lesson_id = l.id) as activities
  from lesson l join course_version v on v.id = l.version_id join course c on c.id = v.course_id where l.id = $1`;

/** One lesson with everything that its page shows, and where the lessons of its version lie. */
@Injectable()
export class LessonReads {
  async lesson(tx: Tx, lessonId: string): Promise<LessonRow | undefined> {
    return (await tx.query<LessonRow>(LESSON, [lessonId]))[0];
  }

  /** Lessons of a version in order with the files of their texts and assignments: where links between files lead. */
  links(tx: Tx, versionId: string, trainers: boolean): Promise<readonly LessonLink[]> {
    return tx.query<LessonLink>(
      `select l.id, l.key, array(select t.file from course_text t where t.file is not null and (t.owner_id = l.id or t.owner_id in (select a.id from activity a where a.lesson_id = l.id))) as files
       from lesson l join course_module m on m.id = l.module_id where l.version_id = $1 and (l.audience = 'everyone' or $2) order by m.position, l.position`,
      [versionId, trainers],
    );
  }
}
