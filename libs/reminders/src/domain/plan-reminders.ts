import { type MessageWish } from '@app/messages';
import { type BeforeRule, dueOf, type ReminderRule, ruleKey } from './rule.js';

/** What the ledger says about something dated, as far as reminders go. */
export interface RemindedOccurrence {
  readonly kind: string;
  readonly state: string;
  readonly startsAt: Date;
  readonly zone: string;
  /** Whether it is the first of its scope or series. */
  readonly isFirst: boolean;
  readonly attendees: readonly { readonly personId: string; readonly part: string; readonly since: Date }[];
  readonly now: Date;
}

interface DueRule {
  readonly key: string;
  readonly dueAt: Date;
}

/**
 * The reminders that an occurrence is to have now. What is due later is planned. What was due before is not sent again, only left on its
 * way where it is; but who came so late that all of them were over gets the last one at once: one, not all (defects 1, 2, 18).
 */
export function planReminders(occurrence: RemindedOccurrence, rules: readonly ReminderRule[]): readonly MessageWish[] {
  const { state, startsAt, now, attendees } = occurrence;
  if (state !== 'planned' || startsAt <= now) return [];
  const wishes = new Map<string, MessageWish & { people: string[] }>();
  const wish = ({ key, dueAt }: DueRule, personId: string, keepOnly: boolean): void => {
    const id = `${key} ${keepOnly}`;
    const known = wishes.get(id) ?? { rule: key, dueAt, notAfter: startsAt, keepOnly, people: [] };
    if (!known.people.includes(personId)) known.people.push(personId);
    wishes.set(id, known);
  };
  for (const { personId, part, since } of attendees) {
    const due = rulesFor(occurrence, rules, part);
    const last = due.at(-1);
    const cameTooLate = last !== undefined && last.dueAt <= now && since > last.dueAt;
    for (const rule of due) {
      if (cameTooLate && rule === last) wish({ key: last.key, dueAt: now }, personId, false);
      else wish(rule, personId, rule.dueAt <= now);
    }
  }
  return [...wishes.values()];
}

/** The different reminders for one part, in the order in which they are due. */
function rulesFor(occurrence: RemindedOccurrence, rules: readonly ReminderRule[], part: string): readonly DueRule[] {
  const matching = rules.filter((rule): rule is BeforeRule => rule.trigger === 'before' && reaches(rule, occurrence, part));
  const byKey = new Map(matching.map((rule) => [ruleKey(rule), { key: ruleKey(rule), dueAt: dueOf(rule, occurrence) }]));
  return [...byKey.values()].filter(({ dueAt }) => dueAt < occurrence.startsAt).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** Whether a rule speaks of something to somebody who takes part in it. */
export function reaches(rule: BeforeRule, occurrence: Pick<RemindedOccurrence, 'kind' | 'isFirst'>, part: string): boolean {
  if (rule.firstOnly && !occurrence.isFirst) return false;
  return (rule.kinds.length === 0 || rule.kinds.includes(occurrence.kind)) && rule.parts.some((one) => one === part);
}
