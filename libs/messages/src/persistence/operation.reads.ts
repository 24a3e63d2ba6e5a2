import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

export interface MessageFigures {
  readonly oldestDueSeconds: number;
  readonly due: number;
  readonly sending: number;
  readonly ambiguous: number;
  /** Messages of the last day that may have arrived twice. */
  readonly ambiguousToday: number;
  readonly failed: number;
  readonly sentToday: number;
  readonly pausedAddresses: number;
}

export interface QueueFigures {
  readonly queue: string;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  readonly oldestSeconds: number;
}

export interface ConsumerFigures {
  readonly consumer: string;
  readonly waiting: number;
  readonly parked: number;
  readonly oldestSeconds: number;
}

export interface RunningWorker {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
  readonly beatAt: Date;
}

export interface FailedJob {
  readonly id: string;
  readonly organisationId: string | null;
  readonly name: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly failedAt: Date;
}

export interface Operations {
  readonly messages: MessageFigures;
  readonly queues: readonly QueueFigures[];
  readonly consumers: readonly ConsumerFigures[];
  readonly workers: readonly RunningWorker[];
  readonly failedJobs: readonly FailedJob[];
}

const MESSAGES = `
  select oldest_due_seconds as "oldestDueSeconds", due::int, sending::int, ambiguous::int, ambiguous_today::int as "ambiguousToday", failed::int, sent_today::int as "sentToday",
    paused_addresses::int as "pausedAddresses" from app.message_figures()`;
const QUEUES = 'select queue, waiting::int, running::int, failed::int, oldest_seconds as "oldestSeconds" from app.queue_figures() order by queue';
const CONSUMERS = 'select consumer, waiting::int, parked::int, oldest_seconds as "oldestSeconds" from app.change_work_figures() order by consumer';
/** A worker that gave no sign of life for half a minute is not one. */
const WORKERS = `
  select id, host, pid, started_at as "startedAt", beat_at as "beatAt" from worker_heartbeat where beat_at > clock_timestamp() - interval '30 seconds' order by started_at`;
const FAILED_JOBS_OF = `
  select id, organisation_id as "organisationId", name, attempts, last_error as reason, failed_at as "failedAt" from app.failed_jobs(false, $1) where organisation_id = $2`;
const FAILED_JOBS = 'select id, organisation_id as "organisationId", name, attempts, last_error as reason, failed_at as "failedAt" from app.failed_jobs(true, $1)';

/** Figures of the installation across organisations: no name, no address, no content. */
@Injectable()
export class OperationReads {
  async all(tx: Tx, mostFailedJobs: number): Promise<Operations> {
    const [messages] = await tx.query<MessageFigures>(MESSAGES);
    if (!messages) throw new Error('app.message_figures() answered nothing.');
    return {
      messages,
      queues: await tx.query<QueueFigures>(QUEUES),
      consumers: await tx.query<ConsumerFigures>(CONSUMERS),
      workers: await tx.query<RunningWorker>(WORKERS),
      failedJobs: await this.failedJobs(tx, mostFailedJobs),
    };
  }

  failedJobs(tx: Tx, most: number): Promise<FailedJob[]> {
    return tx.query<FailedJob>(FAILED_JOBS, [most]);
  }

  failedJobsOf(tx: Tx, organisationId: string, most: number): Promise<FailedJob[]> {
    return tx.query<FailedJob>(FAILED_JOBS_OF, [most, organisationId]);
  }

  /** Change work that was given up is done again; how much of it. */
  async unpark(tx: Tx, consumer: string): Promise<number> {
    const [row] = await tx.query<{ again: number }>('select app.unpark_change_work($1)::int as again', [consumer]);
    return row?.again ?? 0;
  }
}
