import { Injectable } from '@nestjs/common';
import { PlanMessages } from '@app/messages';
import { type Tx } from '@app/platform';
import { planReminders } from '../domain/plan-reminders.js';
import { rulesFor } from '../domain/rules-for.js';
import { ReminderReads } from '../persistence/reminder.reads.js';
import { RuleStore } from '../persistence/rule.store.js';
import { ReminderExcuses } from './reminder-excuses.js';
import { REMINDER } from './reminder-messages.js';

/** Makes the reminders of an occurrence be what its rules and its present time want: four statements for all its people. */
@Injectable()
export class PlanOccurrence {
  constructor(
    private readonly reads: ReminderReads,
    private readonly rules: RuleStore,
    private readonly messages: PlanMessages,
    private readonly excuses: ReminderExcuses,
  ) {}

  async execute(tx: Tx, organisationId: string, occurrenceId: string): Promise<void> {
    const occurrence = await this.reads.occurrence(tx, organisationId, occurrenceId);
    if (!occurrence) return;
    const { scopeId, timingVersion } = occurrence;
    const sets = await this.rules.sets(tx, organisationId, scopeId ? [scopeId] : []);
    const away = await this.excuses.of(tx, organisationId, [occurrenceId]);
    const attendees = occurrence.attendees.filter(({ personId }) => !away.some((one) => one.personId === personId));
    const wishes = planReminders({ ...occurrence, attendees }, rulesFor(scopeId, sets));
    await this.messages.execute(tx, { organisationId, type: REMINDER, subject: { kind: 'occurrence', id: occurrenceId, timingVersion }, wishes });
  }
}
