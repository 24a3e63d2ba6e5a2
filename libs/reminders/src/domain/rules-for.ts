import { type Language } from '@app/platform';
import { type RemindedOccurrence, reaches } from './plan-reminders.js';
import { type BeforeRule, defaultRules, type ReminderRule, ruleKey, type WeeklyRule } from './rule.js';

/** Rules of a scope go before those of the organisation, and these before the defaults: one set holds, they are not mixed. */
export function rulesFor(scopeId: string | null, sets: readonly { readonly scopeId: string | null; readonly rules: readonly ReminderRule[] }[]): readonly ReminderRule[] {
  const own = scopeId === null ? undefined : sets.find((set) => set.scopeId === scopeId);
  return (own ?? sets.find((set) => set.scopeId === null))?.rules ?? defaultRules;
}

/** What holds where a place gives up its own rules. */
export const rulesAbove = (scopeId: string | null, sets: Parameters<typeof rulesFor>[1]): readonly ReminderRule[] => (scopeId === null ? defaultRules : rulesFor(null, sets));

/**
 * Whose text a reminder has: of the rules that ask for it, one with a text of its own in this language before one without; among those the
 * one that means it most narrowly (a first day before a kind before everything), and among equals the first of the list.
 */
export function ruleBehind(rules: readonly ReminderRule[], key: string, { kind, isFirst, part }: Pick<RemindedOccurrence, 'kind' | 'isFirst'> & { readonly part: string }, language: Language): BeforeRule | undefined {
  const asking = rules.filter((rule): rule is BeforeRule => rule.trigger === 'before' && ruleKey(rule) === key && reaches(rule, { kind, isFirst }, part));
  const weight = (rule: BeforeRule): number => (rule.texts[language] ? 4 : 0) + (rule.firstOnly ? 2 : 0) + (rule.kinds.length > 0 ? 1 : 0);
  return [...asking].sort((a, b) => weight(b) - weight(a))[0];
}

/** The weekly rule of the first scope that has one; a scope that said nothing of its own speaks through its organisation. */
export function weeklyBehind(scopeIds: readonly (string | null)[], sets: Parameters<typeof rulesFor>[1]): WeeklyRule | undefined {
  return scopeIds.flatMap((scopeId) => rulesFor(scopeId, sets)).find((rule): rule is WeeklyRule => rule.trigger === 'weekly');
}
