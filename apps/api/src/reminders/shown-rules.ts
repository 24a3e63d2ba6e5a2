import { type Notes, type ReminderRule, type ReminderRules } from '@app/reminders';
import { type ReminderRulesType, type ReminderRuleType } from './reminder.types.js';

export const shownRules = (set: ReminderRules): ReminderRulesType => ({ ...set, rules: set.rules.map(shownRule) });

function shownRule(rule: ReminderRule): ReminderRuleType {
  const notes = Object.entries(rule.notes).map(([language, text]) => ({ language, text }));
  return { ...rule, firstOnly: rule.trigger === 'before' && rule.firstOnly, notes };
}

/** What was entered, as a rule of its kind; what belongs to the other kind is left out. */
export function ruleOf({ trigger, kinds, parts, firstOnly, amount, unit, weekday, at, notes }: ReminderRuleType): ReminderRule {
  const given = Object.fromEntries(notes.filter(({ text }) => text.trim() !== '').map(({ language, text }) => [language, text.trim()])) as Notes;
  const reach = { kinds, parts, notes: given };
  if (trigger === 'weekly') return { trigger, ...reach, weekday: weekday ?? 0, at: at ?? '' };
  return { trigger, ...reach, firstOnly, amount: amount ?? 0, unit: unit ?? 'hours', at: unit === 'days' ? (at ?? null) : null };
}
