import { Injectable } from '@nestjs/common';
import { type Tx } from '../database/tx.js';
import { checkedPayload, type Job } from './define-job.js';

export interface JobOptions {
  /** For which organisation the work is done; its handler then acts as the system of that organisation. */
  readonly organisationId?: string;
  /** Not before this instant. Default: as soon as the transaction commits. */
  readonly runAt?: Date;
}

const PUT = `
  with put as (
    insert into job (organisation_id, name, queue, key, payload, run_at, request_id)
    values ($1, $2, $3, $4, $5, coalesce($6::timestamptz, app.now()), $7))
  select pg_notify('job', '')`;

/**
 * Asks for background work in the caller's transaction: it is done when that commits, at least once, even if every process dies
 * between the commit and the queue.
 */
@Injectable()
export class Jobs {
  async put<Payload extends object>(tx: Tx, job: Job<Payload>, payload: Payload, options: JobOptions = {}): Promise<void> {
    const checked = checkedPayload(job, payload);
    const row = [options.organisationId ?? null, job.name, job.queue, job.key(checked), JSON.stringify(checked), options.runAt ?? null, tx.actor.requestId ?? null];
    await tx.query(PUT, row);
  }
}
