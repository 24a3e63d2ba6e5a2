import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { type Excused, type ExcuseSource, PlanOccurrence, ReminderExcuses } from '@app/reminders';
import { AbsenceStore } from '../persistence/absence.store.js';

/** Who announced an absence is not reminded of what he will miss; who takes it back in time is reminded again. */
@Injectable()
export class ExcuseAbsences implements ExcuseSource, ChangeConsumer, OnModuleInit {
  readonly name = 'agendas.excuse';
  readonly subjectKinds = ['absence-notice'];

  constructor(
    private readonly excuses: ReminderExcuses,
    private readonly consumers: ChangeConsumers,
    private readonly store: AbsenceStore,
    private readonly plan: PlanOccurrence,
  ) {}

  onModuleInit(): void {
    this.excuses.register(this);
    this.consumers.register(this);
  }

  excused(tx: Tx, organisationId: string, occurrenceIds: readonly string[]): Promise<readonly Excused[]> {
    return this.store.excused(tx, organisationId, occurrenceIds);
  }

  async handle(tx: Tx, { organisationId, subjectId }: ChangeWork): Promise<void> {
    if (!organisationId) return;
    for (const id of await this.store.occurrencesOf(tx, organisationId, subjectId)) await this.plan.execute(tx, organisationId, id);
  }
}
