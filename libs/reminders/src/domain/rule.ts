import { addDays, type Fault, type Language, resolveWallTime, wallTimeAt } from '@app/platform';

export const parts = ['learner', 'trainer', 'expert', 'invigilator', 'staff'] as const;
export type ReminderPart = (typeof parts)[number];

/** A sentence of the centre's own under the reminder, by language; a language without one has none. */
export type Notes = Readonly<Partial<Record<Language, string>>>;

interface Reach {
  /** Kinds of occurrence ("coaching", "workshop"); empty: all. */
  readonly kinds: readonly string[];
  readonly parts: readonly ReminderPart[];
  readonly notes: Notes;
}

/**
 * Before something starts. "24 hours" is elapsed time, "1 day" is the wall: over a change of the clocks the first is 23 or 25 hours of the
 * wall, the second the same time of day (case 66). With `at` a time of day of that day instead of the start's own.
 */
export interface BeforeRule extends Reach {
  readonly trigger: 'before';
  readonly amount: number;
  readonly unit: 'hours' | 'days';
  readonly at?: string | null;
  /** Only for the first occurrence of its scope or series: the first day of a cohort. */
  readonly firstOnly: boolean;
}

/** One message with all of the coming week. */
export interface WeeklyRule extends Reach {
  readonly trigger: 'weekly';
  readonly weekday: number;
  readonly at: string;
}

export type ReminderRule = BeforeRule | WeeklyRule;

const FOR_ONE = ['coaching', 'exam', 'sitting', 'workshop'];

/**
 * What holds where nobody said otherwise. A bootcamp with three mails for each session means thirty mails a week: so one digest on
 * Friday, and a day and an hour before only what is rare.
 */
export const defaultRules: readonly ReminderRule[] = [
  { trigger: 'weekly', weekday: 5, at: '15:00', kinds: [], parts: ['learner', 'trainer', 'expert'], notes: {} },
  { trigger: 'before', amount: 24, unit: 'hours', kinds: FOR_ONE, parts: ['learner', 'expert', 'invigilator'], firstOnly: false, notes: {} },
  { trigger: 'before', amount: 1, unit: 'hours', kinds: FOR_ONE, parts: ['learner', 'expert', 'invigilator'], firstOnly: false, notes: {} },
  { trigger: 'before', amount: 24, unit: 'hours', kinds: [], parts: ['learner'], firstOnly: true, notes: {} },
  { trigger: 'before', amount: 1, unit: 'hours', kinds: [], parts: ['learner'], firstOnly: true, notes: {} },
];

/** The same offset is the same reminder, whichever rule asks for it: part of the message's key. */
export const ruleKey = ({ amount, unit, at }: BeforeRule): string => `${amount}${unit === 'hours' ? 'h' : 'd'}-before${at ? `-${at}` : ''}`;

/** When a reminder is due, by the wall of the place where a day is meant. */
export function dueOf(rule: BeforeRule, { startsAt, zone }: { readonly startsAt: Date; readonly zone: string }): Date {
  if (rule.unit === 'hours') return new Date(startsAt.getTime() - rule.amount * 3_600_000);
  const { date, time } = wallTimeAt(startsAt, zone);
  return resolveWallTime({ date: addDays(date, -rule.amount), time: rule.at ?? time, zone }).instant;
}

const LONGEST = { hours: 720, days: 90 } as const;
const MOST_RULES = 20;
const LONGEST_NOTE = 300;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const KIND = /^[a-z]+(-[a-z]+)*$/;

/** What is wrong with rules that somebody entered. */
export function faultsOfRules(rules: readonly ReminderRule[]): readonly Fault[] {
  if (rules.length > MOST_RULES) return [{ field: 'rules', reason: 'reminders.too-many', values: { max: MOST_RULES } }];
  return rules.flatMap((rule, index) => faultsOfRule(rule).map((fault) => ({ ...fault, field: `rules.${index}.${fault.field}` })));
}

function faultsOfRule(rule: ReminderRule): readonly Fault[] {
  const faults: Fault[] = [];
  if (rule.parts.length === 0) faults.push({ field: 'parts', reason: 'reminders.nobody' });
  if (rule.kinds.some((kind) => !KIND.test(kind))) faults.push({ field: 'kinds', reason: 'reminders.kind' });
  if (rule.at && !TIME.test(rule.at)) faults.push({ field: 'at', reason: 'reminders.time' });
  if (Object.values(rule.notes).some((note) => note.length > LONGEST_NOTE)) faults.push({ field: 'notes', reason: 'reminders.note', values: { max: LONGEST_NOTE } });
  return [...faults, ...faultsOfTime(rule)];
}

function faultsOfTime(rule: ReminderRule): readonly Fault[] {
  if (rule.trigger === 'weekly') return rule.weekday >= 1 && rule.weekday <= 7 ? [] : [{ field: 'weekday', reason: 'reminders.weekday' }];
  const max = LONGEST[rule.unit];
  return rule.amount >= 1 && rule.amount <= max ? [] : [{ field: 'amount', reason: 'reminders.amount', values: { max } }];
}
