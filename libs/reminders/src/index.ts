export { ReminderPlanningModule, RemindersModule } from './reminders.module.js';
export { type BeforeRule, defaultRules, type Notes, parts as reminderParts, type ReminderPart, type ReminderRule, type WeeklyRule } from './domain/rule.js';
export { FollowOccurrences } from './application/follow-occurrences.js';
export { PlanOccurrence } from './application/plan-occurrence.js';
export { PlanWeekAhead } from './application/plan-week-ahead.js';
export { ReadReminderRules, type ReminderRules } from './application/read-reminder-rules.js';
export { Replan } from './application/replan.js';
export { SendTestReminder } from './application/send-test-reminder.js';
export { SetReminderRules, type SetReminderRulesInput } from './application/set-reminder-rules.js';
