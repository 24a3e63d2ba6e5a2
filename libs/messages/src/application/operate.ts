import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed, NotFound } from '@app/platform';
import { mayOperate } from '../domain/message.policy.js';
import { type FailedJob, OperationReads, type Operations } from '../persistence/operation.reads.js';

const MOST_FAILED_JOBS = 100;

/** What the administrators of the installation see of queues and workers, and decide about failed jobs. */
@Injectable()
export class Operate {
  constructor(
    private readonly database: Database,
    private readonly reads: OperationReads,
  ) {}

  read(actor: Actor): Promise<Operations | NotAllowed> {
    return this.database.as<Operations | NotAllowed>(actor, async (tx) => (mayOperate(actor) ? this.reads.all(tx, MOST_FAILED_JOBS) : new NotAllowed('operations.read')));
  }

  retryJob(actor: Actor, id: string): Promise<FailedJob | NotAllowed | NotFound> {
    return this.release(actor, id, true);
  }

  discardJob(actor: Actor, id: string): Promise<FailedJob | NotAllowed | NotFound> {
    return this.release(actor, id, false);
  }

  /** Starts again what one consumer of changes gave up; answers how much. */
  unpark(actor: Actor, consumer: string): Promise<number | NotAllowed> {
    return this.database.as<number | NotAllowed>(actor, async (tx) => (mayOperate(actor) ? this.reads.unpark(tx, consumer) : new NotAllowed('changes.unpark')));
  }

  private release(actor: Actor, id: string, again: boolean): Promise<FailedJob | NotAllowed | NotFound> {
    return this.database.as<FailedJob | NotAllowed | NotFound>(actor, async (tx) => {
      if (!mayOperate(actor)) return new NotAllowed('jobs.release');
      const job = (await this.reads.failedJobs(tx, MOST_FAILED_JOBS)).find((failed) => failed.id === id);
      if (!job) return new NotFound('job');
      await tx.query('select app.release_job($1, $2, true)', [id, again]);
      return job;
    });
  }
}
