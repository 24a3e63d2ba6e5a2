import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type CourseFacts } from '../domain/course.js';
import { type CurriculumCounts } from '../domain/curriculum.js';
import { type ConflictChoice, type ImportPlan } from '../domain/import-plan.js';
import { type Finding } from '../reading/findings/finding.js';
import { only } from './rows.js';

export interface CourseImportWishes extends CourseFacts {
  readonly courseId?: string | null;
  readonly onConflict?: ConflictChoice | null;
}

export interface CourseImport {
  readonly id: string;
  readonly organisationId: string;
  /** The course that the archive is a newer state of, as it was guessed from its name. */
  readonly courseId: string | null;
  readonly state: 'waiting' | 'running' | 'read' | 'done' | 'cancelled' | 'refused';
  readonly fileName: string;
  /** Null until somebody has seen what was found. */
  readonly wishes: CourseImportWishes | null;
  readonly cancelAsked: boolean;
  /** Done of the present step, 0 to 1. */
  readonly share: number;
  readonly counts: CurriculumCounts | null;
  readonly findings: readonly Finding[];
  readonly plan: Omit<ImportPlan, 'texts'> | null;
  readonly versionId: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `id, organisation_id as "organisationId", course_id as "courseId", state, file_name as "fileName", wishes, cancel_asked as "cancelAsked", share, counts, findings, plan,
  version_id as "versionId", created_at as "createdAt"`;
const CHUNK = 512 * 1_024;

@Injectable()
export class CourseImportStore {
  async insert(tx: Tx, given: Pick<CourseImport, 'organisationId' | 'courseId' | 'fileName'>, bytes: AsyncIterable<Buffer>): Promise<CourseImport> {
    const made = only(
      await tx.query<CourseImport>(`insert into course_import (organisation_id, course_id, file_name, created_by) values ($1, $2, $3, $4) returning ${COLUMNS}`, [
        given.organisationId,
        given.courseId,
        given.fileName,
        tx.actor.personId ?? null,
      ]),
    );
    let number = 0;
    for await (const part of bytes) {
      for (let at = 0; at < part.length; at += CHUNK) {
        await tx.query('insert into course_import_chunk (organisation_id, import_id, number, bytes) values ($1, $2, $3, $4)', [made.organisationId, made.id, number++, part.subarray(at, at + CHUNK)]);
      }
    }
    return made;
  }

  async find(tx: Tx, id: string): Promise<CourseImport | undefined> {
    return (await tx.query<CourseImport>(`select ${COLUMNS} from course_import where id = $1`, [id]))[0];
  }

  async lock(tx: Tx, id: string): Promise<CourseImport | undefined> {
    return (await tx.query<CourseImport>(`select ${COLUMNS} from course_import where id = $1 for update`, [id]))[0];
  }

  async chunk(tx: Tx, importId: string, number: number): Promise<Buffer | undefined> {
    return (await tx.query<{ bytes: Buffer }>('select bytes from course_import_chunk where import_id = $1 and number = $2', [importId, number]))[0]?.bytes;
  }

  /** Whether it goes on: false when somebody asked to stop, or it is over. */
  async progress(tx: Tx, id: string, share: number): Promise<boolean> {
    const rows = await tx.query(`update course_import set share = $2, state = 'running' where id = $1 and state in ('waiting', 'running') and not cancel_asked returning id`, [id, share]);
    return rows.length > 0;
  }

  async read(tx: Tx, id: string, found: Pick<CourseImport, 'counts' | 'findings' | 'plan'>): Promise<void> {
    await tx.query(`update course_import set state = 'read', share = 1, counts = $2, findings = $3, plan = $4 where id = $1 and state in ('waiting', 'running')`, [
      id,
      JSON.stringify(found.counts),
      JSON.stringify(found.findings),
      found.plan && JSON.stringify(found.plan),
    ]);
  }

  async start(tx: Tx, id: string, wishes: CourseImportWishes): Promise<CourseImport> {
    return only(await tx.query<CourseImport>(`update course_import set state = 'waiting', wishes = $2, share = 0 where id = $1 returning ${COLUMNS}`, [id, JSON.stringify(wishes)]));
  }

  /** Back to the question: somebody edited meanwhile, and the plan has conflicts now. */
  async ask(tx: Tx, id: string, plan: CourseImport['plan']): Promise<void> {
    await tx.query(`update course_import set state = 'read', share = 1, wishes = null, plan = $2 where id = $1`, [id, JSON.stringify(plan)]);
  }

  async end(tx: Tx, id: string, state: 'done' | 'cancelled' | 'refused', result: { readonly courseId?: string; readonly versionId?: string; readonly findings?: readonly Finding[] } = {}): Promise<CourseImport | undefined> {
    const [row] = await tx.query<CourseImport>(
      `update course_import set state = $2, finished_at = app.now(), course_id = coalesce($3, course_id), version_id = $4, findings = coalesce($5, findings)
       where id = $1 and state in ('waiting', 'running', 'read') returning ${COLUMNS}`,
      [id, state, result.courseId ?? null, result.versionId ?? null, result.findings ? JSON.stringify(result.findings) : null],
    );
    if (row) await tx.query('delete from course_import_chunk where import_id = $1', [id]);
    return row;
  }

  async askToCancel(tx: Tx, id: string): Promise<void> {
    await tx.query('update course_import set cancel_asked = true where id = $1', [id]);
  }
}
