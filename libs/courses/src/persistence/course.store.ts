import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ContentRows, COURSE_KEY } from '../domain/content-rows.js';
import { type CourseFacts, type CourseVersion, type Readers } from '../domain/course.js';
import { type Licence, type SkillRef } from '../domain/curriculum.js';
import { type StandingText } from '../domain/import-plan.js';
import { only } from './rows.js';

const VERSION = `id, organisation_id as "organisationId", course_id as "courseId", number, state, original_language as "originalLanguage",
  encode(imported_hash, 'hex') as "importedHash", version, tree_version as "treeVersion", arranged_at is not null as "isArranged"`;

export interface NewVersion {
  readonly organisationId: string;
  readonly courseId: string;
  readonly originalLanguage: string;
  readonly licence?: Licence;
}

@Injectable()
export class CourseStore {
  async insertCourse(tx: Tx, organisationId: string, facts: CourseFacts & { readonly source?: string }): Promise<string> {
    const rows = await tx.query<{ id: string }>('insert into course (organisation_id, subject, level, source) values ($1, $2, $3, $4) returning id', [
      organisationId,
      facts.subject,
      facts.level ?? null,
      facts.source ?? null,
    ]);
    return only(rows).id;
  }

  /** The course that came from a folder or archive of this name; undefined where none or several did. */
  async fromSource(tx: Tx, organisationId: string, source: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>('select id from course where organisation_id = $1 and source = $2 and archived_at is null limit 2', [organisationId, source]);
    return rows.length === 1 ? rows[0]?.id : undefined;
  }

  /** Locks the course, so that two imports and a publication wait for each other. */
  async lockCourse(tx: Tx, courseId: string): Promise<{ readonly id: string; readonly organisationId: string } | undefined> {
    const [row] = await tx.query<{ id: string; organisationId: string }>('select id, organisation_id as "organisationId" from course where id = $1 for update', [courseId]);
    return row;
  }

  /** Its version afterwards; undefined where somebody else was faster. The public address stays the same once it is given. */
  async changeCourse(
    tx: Tx,
    courseId: string,
    facts: { readonly subject: string; readonly level: string | null; readonly isPublic: boolean; readonly publicId: string; readonly readers?: Readers; readonly price?: string | null; readonly expectedVersion: number },
  ): Promise<number | undefined> {
    const [row] = await tx.query<{ version: number }>(
      `update course set subject = $3, level = $4, public_id = case when $5 then coalesce(public_id, $6) end, readers = coalesce($7, readers), price = case when $9 then $8 else price end, version = version + 1
       where id = $1 and version = $2 returning version`,
      [courseId, facts.expectedVersion, facts.subject, facts.level, facts.isPublic, facts.publicId, facts.readers ?? null, facts.price ?? null, facts.price !== undefined],
    );
    return row?.version;
  }

  async latestVersion(tx: Tx, courseId: string): Promise<CourseVersion | undefined> {
    const [row] = await tx.query<CourseVersion>(`select ${VERSION} from course_version where course_id = $1 order by number desc limit 1`, [courseId]);
    return row;
  }

  async version(tx: Tx, versionId: string): Promise<CourseVersion | undefined> {
    const [row] = await tx.query<CourseVersion>(`select ${VERSION} from course_version where id = $1`, [versionId]);
    return row;
  }

  async insertVersion(tx: Tx, version: NewVersion): Promise<CourseVersion> {
    const [row] = await tx.query<CourseVersion>(
      `insert into course_version (organisation_id, course_id, number, original_language, licence, attribution, licence_text)
       values ($1, $2, (select coalesce(max(number), 0) + 1 from course_version where course_id = $2), $3, $4, $5, $6) returning ${VERSION}`,
      [version.organisationId, version.courseId, version.originalLanguage, version.licence?.name ?? null, version.licence?.attribution ?? null, version.licence?.text ?? null],
    );
    if (!row) throw new Error('A course version was not written.');
    return row;
  }

  /** Identities by kind and key, so that a lesson stays the same lesson in the next version. */
  async identities(tx: Tx, versionId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ name: string; identity: string }>(
      `select 'module:' || key as name, identity from course_module where version_id = $1
       union all select 'lesson:' || key, identity from lesson where version_id = $1
       union all select 'activity:' || key, identity from activity where version_id = $1`,
      [versionId],
    );
    return new Map(rows.map(({ name, identity }) => [name, identity]));
  }

  standingTexts(tx: Tx, versionId: string): Promise<StandingText[]> {
    return tx.query<StandingText>(
      `with owner as (
         select id, 'module:' || key as name from course_module where version_id = $1
         union all select id, 'lesson:' || key from lesson where version_id = $1
         union all select id, 'activity:' || key from activity where version_id = $1
         union all select $1::uuid, 'course:')
       select owner.name as owner, t.language, t.title, t.markdown, t.questions, encode(t.imported_hash, 'hex') as "importedHash", t.edited_at is not null as "isEdited",
         t.older_than_original as "olderThanOriginal"
       from course_text t join owner on owner.id = t.owner_id where t.version_id = $1`,
      [versionId],
    );
  }

  /** Puts content in the place of whatever the draft held. */
  async replaceContent(tx: Tx, version: CourseVersion, rows: ContentRows, importedHash: string): Promise<CourseVersion> {
    const place = [version.organisationId, version.id];
    await tx.query('delete from course_module where version_id = $1', [version.id]);
    await tx.query('delete from course_text where version_id = $1', [version.id]);
    await tx.query(
      `insert into course_module (id, organisation_id, version_id, identity, key, position)
       select id, $1, $2, identity, key, position from jsonb_to_recordset($3::jsonb) as m(id uuid, identity uuid, key text, position int)`,
      [...place, JSON.stringify(rows.modules)],
    );
    await tx.query(
      `insert into lesson (id, organisation_id, version_id, module_id, identity, key, position, audience, minutes)
       select id, $1, $2, module_id, identity, key, position, audience, minutes
       from jsonb_to_recordset($3::jsonb) as l(id uuid, module_id uuid, identity uuid, key text, position int, audience text, minutes int)`,
      [...place, JSON.stringify(rows.lessons)],
    );
    await tx.query(
      `insert into activity (id, organisation_id, version_id, module_id, lesson_id, identity, key, kind, moment, heading, position, solution)
       select id, $1, $2, module_id, lesson_id, identity, key, kind, moment, heading, position, solution
       from jsonb_to_recordset($3::jsonb) as a(id uuid, module_id uuid, lesson_id uuid, identity uuid, key text, kind text, moment text, heading int, position int, solution jsonb)`,
      [...place, JSON.stringify(rows.activities)],
    );
    await tx.query(
      `insert into course_text (organisation_id, version_id, owner_id, language, title, markdown, questions, file, head, imported_hash, older_than_original, edited_at)
       select $1, $2, case when owner_id = '${COURSE_KEY}' then $2 else owner_id::uuid end, language, title, markdown, questions, file, head,
         decode(imported_hash, 'hex'), older_than_original, case when edited then app.now() end
       from jsonb_to_recordset($3::jsonb) as t(owner_id text, language text, title text, markdown text, questions jsonb, file text, head text,
         imported_hash text, older_than_original boolean, edited boolean)`,
      [...place, JSON.stringify(rows.texts)],
    );
    const [row] = await tx.query<CourseVersion>(`update course_version set imported_hash = decode($2, 'hex'), version = version + 1, tree_version = tree_version + 1 where id = $1 returning ${VERSION}`, [
      version.id,
      importedHash,
    ]);
    return row ?? version;
  }

  async replaceSkills(tx: Tx, version: Pick<CourseVersion, 'organisationId' | 'id'>, skills: readonly SkillRef[]): Promise<void> {
    await tx.query('delete from course_skill where version_id = $1', [version.id]);
    await tx.query(
      `insert into course_skill (organisation_id, version_id, framework, code, role, level)
       select $1, $2, framework, code, role, level from jsonb_to_recordset($3::jsonb) as s(framework text, code text, role text, level int)`,
      [version.organisationId, version.id, JSON.stringify(skills)],
    );
  }

  /** Whether these are courses of the same centre, and none of them builds on this one. */
  async mayRequire(tx: Tx, courseId: string, prerequisiteIds: readonly string[]): Promise<boolean> {
    const [row] = await tx.query<{ may: boolean }>(
      `with recursive below(id) as (select unnest($2::uuid[]) union select p.required_course_id from course_prerequisite p join below b on b.id = p.course_id)
       select not exists (select from below where id = $1) and not exists (
         select from unnest($2::uuid[]) wanted(id) left join course r on r.id = wanted.id and r.organisation_id = (select organisation_id from course where id = $1) where r.id is null) as may`,
      [courseId, prerequisiteIds],
    );
    return only(row ? [row] : []).may;
  }

  async replacePrerequisites(tx: Tx, course: { readonly id: string; readonly organisationId: string }, prerequisiteIds: readonly string[]): Promise<void> {
    await tx.query('delete from course_prerequisite where course_id = $1', [course.id]);
    await tx.query('insert into course_prerequisite (organisation_id, course_id, required_course_id) select $1, $2, id from unnest($3::uuid[]) r(id) on conflict do nothing', [course.organisationId, course.id, prerequisiteIds]);
  }

  /** Parts that the files held and somebody removed here. */
  removals(tx: Tx, versionId: string): Promise<readonly { readonly owner: string; readonly title: string }[]> {
    return tx.query<{ owner: string; title: string }>('select owner, title from course_removal where version_id = $1 order by removed_at, owner', [versionId]);
  }

  /** Makes these the removed parts that the draft remembers. */
  async replaceRemovals(tx: Tx, draft: CourseVersion, removals: readonly { readonly owner: string; readonly title: string }[]): Promise<void> {
    await tx.query('delete from course_removal where version_id = $1', [draft.id]);
    await tx.query('insert into course_removal (organisation_id, version_id, owner, title) select $1, $2, owner, title from jsonb_to_recordset($3::jsonb) as r(owner text, title text)', [draft.organisationId, draft.id, JSON.stringify(removals)]);
  }

  async copyFiles(tx: Tx, from: CourseVersion, to: CourseVersion): Promise<void> {
    await tx.query(
      `insert into course_version_file (organisation_id, version_id, path, file_id) select organisation_id, $2, path, file_id from course_version_file where version_id = $1
       on conflict on constraint course_version_file_pk do nothing`,
      [from.id, to.id],
    );
  }

  async publish(tx: Tx, version: CourseVersion): Promise<CourseVersion> {
    const [row] = await tx.query<CourseVersion>(
      `update course_version set state = 'published', published_at = app.now(), published_by = $2, version = version + 1 where id = $1 and state = 'draft' returning ${VERSION}`,
      [version.id, tx.actor.personId ?? null],
    );
    if (!row) throw new Error('A draft vanished under the lock of its course.');
    return row;
  }
}
