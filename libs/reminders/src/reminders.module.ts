import { Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { FollowOccurrences } from './application/follow-occurrences.js';
import { PlanOccurrence } from './application/plan-occurrence.js';
import { PlanWeekAhead } from './application/plan-week-ahead.js';
import { PreviewReminder } from './application/preview-reminder.js';
import { ReadReminderRules } from './application/read-reminder-rules.js';
import { ReminderExcuses } from './application/reminder-excuses.js';
import { ReminderMessages } from './application/reminder-messages.js';
import { ReminderTruth } from './application/reminder-truth.js';
import { Replan } from './application/replan.js';
import { SendTestReminder } from './application/send-test-reminder.js';
import { SetReminderRules } from './application/set-reminder-rules.js';
import { ReminderReads } from './persistence/reminder.reads.js';
import { RuleStore } from './persistence/rule.store.js';

const screens = [PreviewReminder, ReadReminderRules, SendTestReminder, SetReminderRules];

/** Rules of reminders, and what they say: for screens and previews. */
@Module({ imports: [IdentityModule], providers: [ReminderReads, RuleStore, ReminderExcuses, ReminderTruth, ReminderMessages, ...screens], exports: [ReminderReads, RuleStore, ReminderExcuses, ...screens] })
export class RemindersModule {}

const planning = [PlanOccurrence, FollowOccurrences, Replan, PlanWeekAhead];

/** The part that only workers have: planning. */
@Module({ imports: [RemindersModule], providers: planning, exports: [...planning, RemindersModule] })
export class ReminderPlanningModule {}
