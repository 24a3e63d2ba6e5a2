import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, NotFound } from '@app/platform';
import { overseeRefusal } from '../domain/message.policy.js';
import { type FailedJob, OperationReads } from '../persistence/operation.reads.js';

const MOST = 100;

export interface FailedWorkRef {
  readonly organisationId: string;
  readonly jobId: string;
}

/** Work in the background that was given up, as those see it for whose organisation it was done, and what they decide about it. */
@Injectable()
export class DecideFailedWork {
  constructor(
    private readonly database: Database,
    private readonly reads: OperationReads,
  ) {}

  read(actor: Actor, organisationId: string): Promise<readonly FailedJob[] | NotAllowed | NotFound> {
    return this.database.as<readonly FailedJob[] | NotAllowed | NotFound>(actor, async (tx) => overseeRefusal(actor, organisationId) ?? this.reads.failedJobsOf(tx, organisationId, MOST));
  }

  retry(actor: Actor, work: FailedWorkRef): Promise<FailedJob | NotAllowed | NotFound> {
    return this.release(actor, work, true);
  }

  giveUp(actor: Actor, work: FailedWorkRef): Promise<FailedJob | NotAllowed | NotFound> {
    return this.release(actor, work, false);
  }

  private release(actor: Actor, { organisationId, jobId }: FailedWorkRef, again: boolean): Promise<FailedJob | NotAllowed | NotFound> {
    return this.database.as<FailedJob | NotAllowed | NotFound>(actor, async (tx) => {
      const refused = overseeRefusal(actor, organisationId);
      if (refused) return refused;
      const job = (await this.reads.failedJobsOf(tx, organisationId, MOST)).find(({ id }) => id === jobId);
      if (!job) return new NotFound('job');
      await tx.query('select app.release_job($1, $2, false)', [jobId, again]);
      return job;
    });
  }
}
