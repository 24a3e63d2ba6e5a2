import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actor, Database, JobHandlers } from '@app/platform';
import { ReminderReads } from '../persistence/reminder.reads.js';
import { PlanOccurrence } from './plan-occurrence.js';
import { replanJob, type ReplanRef } from './replan.job.js';

const AT_ONCE = 50;

/** Does the planning again in portions, each in a transaction of its own; stopped and taken up again it ends the same. */
@Injectable()
export class Replan implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly reads: ReminderReads,
    private readonly plan: PlanOccurrence,
  ) {}

  onModuleInit(): void {
    this.handlers.register(replanJob, (payload, run) => this.execute(payload, run.signal));
  }

  async execute({ organisationId, scopeId }: ReplanRef, signal?: AbortSignal): Promise<void> {
    const actor = Actor.system(organisationId);
    const ids = await this.database.as(actor, (tx) => this.reads.upcoming(tx, organisationId, scopeId ?? null));
    for (let first = 0; first < ids.length; first += AT_ONCE) {
      if (signal?.aborted) throw new Error('Stopped before all was planned; the job is run again.');
      await this.database.as(actor, async (tx) => {
        for (const id of ids.slice(first, first + AT_ONCE)) await this.plan.execute(tx, organisationId, id);
      });
    }
  }
}
