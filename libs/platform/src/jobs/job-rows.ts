import { Injectable } from '@nestjs/common';
import { Actor } from '../actor/actor.js';
import { Database } from '../database/database.js';
import { type QueuedJob } from './backend.js';

export interface StartedJob {
  readonly id: string;
  readonly organisation_id: string | null;
  readonly name: string;
  readonly payload: object;
  readonly attempts: number;
  readonly starts: number;
  readonly request_id: string | null;
}

const nobody = Actor.system();

/** The rows behind the queue, across organisations: each call is one definer function of migration 0310. */
@Injectable()
export class JobRows {
  constructor(private readonly database: Database) {}

  toQueue(most: number, lostAfterSeconds: number): Promise<QueuedJob[]> {
    return this.rows('select * from app.jobs_to_queue($1, make_interval(secs => $2))', [most, lostAfterSeconds]);
  }

  /** How often it was started without an end; undefined when there is nothing to do. */
  async startsOf(id: string): Promise<number | undefined> {
    const [row] = await this.rows<{ starts: number | null }>('select app.starts_of_job($1) as starts', [id]);
    return row?.starts ?? undefined;
  }

  async start(id: string, lease: string, leaseSeconds: number, mostStarts: number): Promise<StartedJob | undefined> {
    const [row] = await this.rows<StartedJob>('select * from app.start_job($1, $2, make_interval(secs => $3), $4)', [id, lease, leaseSeconds, mostStarts]);
    return row;
  }

  /** The leases that still hold. */
  async hold(leases: readonly string[], leaseSeconds: number): Promise<string[]> {
    const rows = await this.rows<{ lease: string }>('select app.hold_jobs($1, make_interval(secs => $2)) as lease', [leases, leaseSeconds]);
    return rows.map((row) => row.lease);
  }

  async finish(id: string, lease: string): Promise<void> {
    await this.rows('select app.finish_job($1, $2)', [id, lease]);
  }

  /** Without `retrySeconds` the job is parked. */
  async fail(id: string, lease: string, reason: string, retrySeconds?: number): Promise<void> {
    await this.rows('select app.fail_job($1, $2, $3, make_interval(secs => $4))', [id, lease, reason, retrySeconds ?? null]);
  }

  async noteProgress(id: string, lease: string, share: number): Promise<void> {
    await this.rows('select app.note_job_progress($1, $2, $3)', [id, lease, share]);
  }

  private rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.database.as(nobody, (tx) => tx.query<Row>(sql, parameters));
  }
}
