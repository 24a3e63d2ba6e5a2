import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type CourseVersion } from '../domain/course.js';
import { type QuizMoment } from '../domain/curriculum.js';
import { only } from './rows.js';

export type ItemKind = 'module' | 'lesson' | 'assignment' | 'material' | 'quiz';

/** A part of a draft and where it stands. */
export interface DraftItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly versionId: string;
  readonly key: string;
  readonly moduleId: string;
  readonly lessonId: string | null;
  readonly position: number;
}

const TABLES: Readonly<Record<ItemKind, string>> = { module: 'course_module', lesson: 'lesson', assignment: 'activity', material: 'activity', quiz: 'activity' };

/** Parts of drafts: what stands where. Texts are in TextStore. */
@Injectable()
export class DraftStore {
  async item(tx: Tx, id: string): Promise<DraftItem | undefined> {
    const [row] = await tx.query<DraftItem>(
      `select id, 'module' as kind, version_id as "versionId", key, id as "moduleId", null::uuid as "lessonId", position from course_module where id = $1
       union all select id, 'lesson', version_id, key, module_id, null, position from lesson where id = $1
       union all select id, kind, version_id, key, module_id, lesson_id, position from activity where id = $1`,
      [id],
    );
    return row;
  }

  /** Brothers of an item below a parent, in order; `parentId` is the version, a module or a lesson. */
  async children(tx: Tx, kind: ItemKind, parentId: string): Promise<readonly string[]> {
    const where = { module: 'version_id = $1', lesson: 'module_id = $1', assignment: 'lesson_id = $1', material: 'lesson_id = $1', quiz: '(lesson_id = $1 or (lesson_id is null and module_id = $1))' }[kind];
    const rows = await tx.query<{ id: string }>(`select id from ${TABLES[kind]} where ${where} order by position`, [parentId]);
    return rows.map(({ id }) => id);
  }

  /** Adds a part at the end of its parent. */
  async insert(tx: Tx, version: CourseVersion, part: { readonly kind: ItemKind; readonly key: string; readonly moduleId?: string; readonly lessonId?: string | null; readonly position: number }): Promise<string> {
    const place = [version.organisationId, version.id, part.key, part.position];
    if (part.kind === 'module') return only(await tx.query<{ id: string }>('insert into course_module (organisation_id, version_id, key, position) values ($1, $2, $3, $4) returning id', place)).id;
    if (part.kind === 'lesson') return only(await tx.query<{ id: string }>('insert into lesson (organisation_id, version_id, key, position, module_id) values ($1, $2, $3, $4, $5) returning id', [...place, part.moduleId])).id;
    const quiz = part.kind === 'quiz';
    return only(
      await tx.query<{ id: string }>(
        `insert into activity (organisation_id, version_id, key, position, module_id, lesson_id, kind, moment, solution) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
        [...place, part.moduleId, part.lessonId ?? null, part.kind, quiz ? 'after' : null, quiz ? '[]' : null],
      ),
    ).id;
  }

  /** Puts the children of a parent into this order; one that stood elsewhere moves here. */
  async arrange(tx: Tx, kind: ItemKind, parent: { readonly moduleId?: string; readonly lessonId?: string | null }, ids: readonly string[]): Promise<void> {
    const move = { module: '', lesson: ', module_id = $2', assignment: ', module_id = $2, lesson_id = $3', material: ', module_id = $2, lesson_id = $3', quiz: ', module_id = $2, lesson_id = $3' }[kind];
    const parameters = kind === 'module' ? [ids] : kind === 'lesson' ? [ids, parent.moduleId] : [ids, parent.moduleId, parent.lessonId ?? null];
    await tx.query(`update ${TABLES[kind]} t set position = o.place - 1${move} from unnest($1::uuid[]) with ordinality o(id, place) where t.id = o.id`, parameters);
  }

  async remove(tx: Tx, { id, kind }: DraftItem): Promise<void> {
    const owners = kind === 'module' ? 'select $1::uuid union all select id from lesson where module_id = $1 union all select id from activity where module_id = $1' : 'select $1::uuid union all select id from activity where lesson_id = $1';
    await tx.query(`delete from course_text where owner_id in (${owners})`, [id]);
    await tx.query(`delete from ${TABLES[kind]} where id = $1`, [id]);
  }

  async changeLesson(tx: Tx, lessonId: string, facts: { readonly minutes: number | null; readonly audience: string }): Promise<void> {
    await tx.query('update lesson set minutes = $2, audience = $3 where id = $1', [lessonId, facts.minutes, facts.audience]);
  }

  async changeMoment(tx: Tx, activityId: string, { moment, heading }: { readonly moment: QuizMoment; readonly heading: number | null }): Promise<void> {
    await tx.query('update activity set moment = $2, heading = $3 where id = $1', [activityId, moment, heading]);
  }

  /** Remembers that a part which the files hold was removed here, with all that it held; the next import asks before it brings it back. */
  async rememberRemoval(tx: Tx, draft: CourseVersion, { id, kind }: DraftItem): Promise<void> {
    const parts = kind === 'module' ? `select id, 'lesson:' || key as owner from lesson where module_id = $3 union all select id, 'activity:' || key from activity where module_id = $3` : `select id, 'activity:' || key as owner from activity where lesson_id = $3`;
    await tx.query(
      `insert into course_removal (organisation_id, version_id, owner, title)
       select $1, $2, p.owner, coalesce((select t.title from course_text t where t.owner_id = p.id order by t.language <> $4 limit 1), p.owner)
       from (select id, case when $5 = 'module' then 'module:' when $5 = 'lesson' then 'lesson:' else 'activity:' end || key as owner from ${TABLES[kind]} where id = $3 union all ${parts}) p
       where exists (select from course_text t where t.owner_id = p.id and t.imported_hash is not null)
       on conflict on constraint course_removal_pk do nothing`,
      [draft.organisationId, draft.id, id, draft.originalLanguage, kind],
    );
  }

  async solve(tx: Tx, activityId: string, solution: readonly (readonly boolean[])[]): Promise<void> {
    await tx.query('update activity set solution = $2 where id = $1', [activityId, JSON.stringify(solution)]);
  }

  /** Counts a change of the draft; of its parts, too, where `tree` is set. */
  async touch(tx: Tx, versionId: string, how: { readonly tree?: boolean; readonly arranged?: boolean } = {}): Promise<CourseVersion> {
    const rows = await tx.query<CourseVersion>(
      `update course_version set version = version + 1, tree_version = tree_version + $2::int, arranged_at = case when $3 then app.now() else arranged_at end where id = $1
       returning id, organisation_id as "organisationId", course_id as "courseId", number, state, original_language as "originalLanguage",
         encode(imported_hash, 'hex') as "importedHash", version, tree_version as "treeVersion", arranged_at is not null as "isArranged"`,
      [versionId, how.tree ? 1 : 0, how.arranged ?? false],
    );
    return only(rows);
  }

  /** Everything of one version into another, empty one: same identities and keys, new rows. */
  async copy(tx: Tx, from: string, to: string): Promise<void> {
    await tx.query(
      `with copied as (
         select id as old, gen_random_uuid() as new from course_module where version_id = $1
         union all select id, gen_random_uuid() from lesson where version_id = $1
         union all select id, gen_random_uuid() from activity where version_id = $1
         union all select $1::uuid, $2::uuid),
       modules as (insert into course_module (id, organisation_id, version_id, identity, key, position)
         select c.new, m.organisation_id, $2, m.identity, m.key, m.position from course_module m join copied c on c.old = m.id where m.version_id = $1),
       lessons as (insert into lesson (id, organisation_id, version_id, module_id, identity, key, position, audience, minutes)
         select c.new, l.organisation_id, $2, p.new, l.identity, l.key, l.position, l.audience, l.minutes from lesson l join copied c on c.old = l.id join copied p on p.old = l.module_id where l.version_id = $1),
       activities as (insert into activity (id, organisation_id, version_id, module_id, lesson_id, identity, key, kind, moment, heading, position, solution)
         select c.new, a.organisation_id, $2, p.new, q.new, a.identity, a.key, a.kind, a.moment, a.heading, a.position, a.solution
         from activity a join copied c on c.old = a.id join copied p on p.old = a.module_id left join copied q on q.old = a.lesson_id where a.version_id = $1),
       files as (insert into course_version_file (organisation_id, version_id, path, file_id) select organisation_id, $2, path, file_id from course_version_file where version_id = $1),
       removals as (insert into course_removal (organisation_id, version_id, owner, title, removed_at) select organisation_id, $2, owner, title, removed_at from course_removal where version_id = $1),
       skills as (insert into course_skill (organisation_id, version_id, framework, code, role, level) select organisation_id, $2, framework, code, role, level from course_skill where version_id = $1)
       insert into course_text (organisation_id, version_id, owner_id, language, title, markdown, questions, file, head, imported_hash, older_than_original, edited_at)
       select t.organisation_id, $2, c.new, t.language, t.title, t.markdown, t.questions, t.file, t.head, t.imported_hash, t.older_than_original, t.edited_at
       from course_text t join copied c on c.old = t.owner_id where t.version_id = $1`,
      [from, to],
    );
    await tx.query(
      `update course_version n set imported_hash = o.imported_hash, arranged_at = o.arranged_at, licence = o.licence, attribution = o.attribution, licence_text = o.licence_text
       from course_version o where n.id = $2 and o.id = $1`,
      [from, to],
    );
  }
}
