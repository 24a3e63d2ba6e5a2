import { defaultRules, type ReminderRule } from './rule.js';

/** Rules of a scope go before those of the organisation, and these before the defaults: one set holds, they are not mixed. */
export function rulesFor(scopeId: string | null, sets: readonly { readonly scopeId: string | null; readonly rules: readonly ReminderRule[] }[]): readonly ReminderRule[] {
  const own = scopeId === null ? undefined : sets.find((set) => set.scopeId === scopeId);
  return (own ?? sets.find((set) => set.scopeId === null))?.rules ?? defaultRules;
}
