import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { ReminderReads } from '../persistence/reminder.reads.js';
import { PlanOccurrence } from './plan-occurrence.js';

/** What may make another occurrence the first of its scope. */
const SHIFTS = new Set(['created', 'moved', 'rezoned', 'cancelled', 'reinstated', 'confirmed', 'expired']);

/** Plans reminders anew whenever something about an occurrence changed: its time, its people, its end. */
@Injectable()
export class FollowOccurrences implements ChangeConsumer, OnModuleInit {
  readonly name = 'reminders.plan';
  readonly subjectKinds = ['occurrence'];

  constructor(
    private readonly consumers: ChangeConsumers,
    private readonly reads: ReminderReads,
    private readonly plan: PlanOccurrence,
  ) {}

  onModuleInit(): void {
    this.consumers.register(this);
  }

  async handle(tx: Tx, { organisationId, subjectId, changes }: ChangeWork): Promise<void> {
    if (!organisationId) return;
    await this.plan.execute(tx, organisationId, subjectId);
    if (!changes.some((change) => SHIFTS.has(change.kind))) return;
    for (const id of await this.reads.neighbours(tx, organisationId, subjectId)) await this.plan.execute(tx, organisationId, id);
  }
}
