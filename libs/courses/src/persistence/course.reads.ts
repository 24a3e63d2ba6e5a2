import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest, type Tx } from '@app/platform';
import { type Level, type Readers, type Subject } from '../domain/course.js';
import { type QuizMoment, type SkillRef } from '../domain/curriculum.js';
import { readable } from './readable.js';

/** The title of something in one language. */
export interface TitleRow {
  readonly language: string;
  readonly title: string;
  readonly olderThanOriginal: boolean;
  /** Of the text, for who edits it. */
  readonly version: number;
}

export interface VersionRow {
  readonly id: string;
  readonly number: number;
  readonly state: 'draft' | 'published';
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  /** Cohorts that run on it, the latest first; empty for who only reads. */
  readonly cohorts: readonly { readonly id: string; readonly name: string; readonly state: string; readonly startsOn: string; readonly endsOn: string }[];
}

export interface CourseRow {
  readonly id: string;
  readonly organisationId: string;
  readonly subject: Subject;
  readonly level: Level | null;
  readonly publicId: string | null;
  readonly readers: Readers;
  /** As people write it; null is free. */
  readonly price: string | null;
  /** Courses that should be known before, by title in their own language. */
  readonly prerequisites: readonly { readonly id: string; readonly title: string; readonly level: Level | null }[];
  readonly version: number;
  readonly originalLanguage: string;
  readonly titles: readonly TitleRow[];
  readonly versions: readonly VersionRow[];
  readonly sortTitle: string;
}

export interface ActivityRow {
  readonly id: string;
  readonly identity: string;
  readonly kind: 'assignment' | 'material' | 'quiz';
  readonly moment: QuizMoment | null;
  readonly heading: number | null;
  readonly titles: readonly TitleRow[];
}

export interface TreeLesson {
  readonly id: string;
  readonly identity: string;
  readonly audience: 'everyone' | 'trainers';
  readonly minutes: number | null;
  readonly characters: number;
  readonly titles: readonly TitleRow[];
  readonly activities: readonly ActivityRow[];
}

export interface TreeModule {
  readonly id: string;
  readonly identity: string;
  readonly titles: readonly TitleRow[];
  readonly lessons: readonly TreeLesson[];
  readonly activities: readonly ActivityRow[];
}

export interface TreeRow extends Omit<VersionRow, 'cohorts'> {
  readonly organisationId: string;
  readonly courseId: string;
  readonly originalLanguage: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly version: number;
  readonly treeVersion: number;
  readonly titles: readonly TitleRow[];
  readonly modules: readonly TreeModule[];
  readonly skills: readonly (SkillRef & { readonly labels: Readonly<Record<string, string>> })[];
}

const TITLES = (owner: string): string => `(select coalesce(jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'olderThanOriginal', t.older_than_original,
  'version', t.version) order by t.language <> v.original_language, t.language), '[]') from course_text t where t.owner_id = ${owner})`;
const VERSIONS = `(select jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'state', a.state, 'createdAt', a.created_at, 'publishedAt', a.published_at,
    'cohorts', case when $2 then (select coalesce(jsonb_agg(jsonb_build_object('id', u.cohort_id, 'name', u.name, 'state', u.state, 'startsOn', u.starts_on, 'endsOn', u.ends_on)), '[]') from app.version_users(a.id) u) else '[]' end
  ) order by a.number desc) from course_version a where a.course_id = c.id and (${readable('a', 'c')} or $2))`;
const PREREQUISITES = `(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'level', r.level, 'title', (select t.title from course_version rv join course_text t on t.owner_id = rv.id and t.language = rv.original_language
    where rv.course_id = r.id order by rv.number desc limit 1)) order by r.level, r.id), '[]')
  from course_prerequisite p join course r on r.id = p.required_course_id and r.archived_at is null where p.course_id = c.id)`;
const ACTIVITIES = (where: string): string => `(select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'identity', a.identity, 'kind', a.kind, 'moment', a.moment, 'heading', a.heading,
  'titles', ${TITLES('a.id')}) order by a.position), '[]') from activity a where ${where})`;

const COURSES = `
  select c.id, c.organisation_id as "organisationId", c.subject, c.level, c.public_id as "publicId", c.readers, c.price, ${PREREQUISITES} as prerequisites, c.version, v.original_language as "originalLanguage", ${TITLES('v.id')} as titles,
    ${VERSIONS} as versions, coalesce((select t.title from course_text t where t.owner_id = v.id and t.language = v.original_language), '') as "sortTitle"
  from course c join lateral (select * from course_version a where a.course_id = c.id and (${readable('a', 'c')} or $2)
    order by $2 or a.id in (select r.version_id from app.versions_read_by((select app.person())) r) desc, a.number desc limit 1) v on true
  where c.archived_at is null`;

const TREE = `
  select v.id, v.number, v.state, v.created_at as "createdAt", v.published_at as "publishedAt", v.organisation_id as "organisationId", v.course_id as "courseId",
    v.original_language as "originalLanguage", v.licence, v.attribution, v.version, v.tree_version as "treeVersion", ${TITLES('v.id')} as titles,
    (select coalesce(jsonb_agg(jsonb_build_object('framework', s.framework, 'code', s.code, 'role', s.role, 'level', s.level, 'labels',
        (select coalesce(jsonb_object_agg(ct.language, ct.label), '{}') from competence_text ct where ct.organisation_id = s.organisation_id and ct.framework = s.framework and ct.code = s.code)
      ) order by s.role, s.framework, s.code), '[]') from course_skill s where s.version_id = v.id) as skills,
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'identity', m.identity, 'titles', ${TITLES('m.id')}, 'activities', ${ACTIVITIES('a.module_id = m.id and a.lesson_id is null')}, 'lessons',
        (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'identity', l.identity, 'audience', l.audience, 'minutes', l.minutes, 'titles', ${TITLES('l.id')},
            'characters', (select coalesce(max(length(t.markdown)) filter (where t.language = v.original_language), max(length(t.markdown)), 0) from course_text t where t.owner_id = l.id),
            'activities', ${ACTIVITIES('a.lesson_id = l.id')}) order by l.position), '[]')
          from lesson l where l.module_id = m.id and (l.audience = 'everyone' or $2))) order by m.position), '[]')
      from course_module m where m.version_id = v.id) as modules
  from course_version v join course c on c.id = v.course_id where v.id = $1 and (${readable('v', 'c')} or $2)`;

/** What the catalogue of a centre and the tree of a version show; one statement each. `drafts`: also what only builders see. */
@Injectable()
export class CourseReads {
  async list(tx: Tx, organisationId: string, drafts: boolean, page: PageRequest): Promise<Page<CourseRow>> {
    const [title = null, id = null] = page.after ?? [];
    const rows = await tx.query<CourseRow>(
      `select * from (${COURSES} and c.organisation_id = $1) courses where $3::text is null or ("sortTitle", id) > ($3::text, $4::uuid) order by "sortTitle", id limit $5`,
      [organisationId, drafts, title, id, page.first + 1],
    );
    return pageOf(rows.map(dated), page.first);
  }

  async one(tx: Tx, courseId: string, drafts: boolean): Promise<CourseRow | undefined> {
    const [row] = await tx.query<CourseRow>(`${COURSES} and c.id = $1`, [courseId, drafts]);
    return row && dated(row);
  }

  async tree(tx: Tx, versionId: string, drafts: boolean): Promise<TreeRow | undefined> {
    return (await tx.query<TreeRow>(TREE, [versionId, drafts]))[0];
  }

  async organisationOf(tx: Tx, kind: 'course' | 'course_version' | 'lesson' | 'activity' | 'course_module', id: string): Promise<string | undefined> {
    return (await tx.query<{ organisationId: string }>(`select organisation_id as "organisationId" from ${kind} where id = $1`, [id]))[0]?.organisationId;
  }
}

/** json_agg gives instants as text. */
function dated(row: CourseRow): CourseRow {
  return { ...row, versions: row.versions.map((version) => ({ ...version, createdAt: new Date(version.createdAt), publishedAt: version.publishedAt && new Date(version.publishedAt) })) };
}
