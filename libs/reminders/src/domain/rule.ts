import { addDays, type Fault, type Language, languages, resolveWallTime, wallTimeAt } from '@app/platform';
import { ourTexts } from './reminder.texts.js';
import { faultsOfText, fits, type OwnTexts, type ReminderText } from './text.js';

export const parts = ['learner', 'trainer', 'expert', 'invigilator', 'staff'] as const;
export type ReminderPart = (typeof parts)[number];

interface Reach {
  /** Kinds of occurrence ("coaching", "workshop"); empty: all. */
  readonly kinds: readonly string[];
  readonly parts: readonly ReminderPart[];
  readonly texts: OwnTexts;
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
  { trigger: 'weekly', weekday: 5, at: '15:00', kinds: [], parts: ['learner', 'trainer', 'expert'], texts: {} },
  { trigger: 'before', amount: 24, unit: 'hours', kinds: FOR_ONE, parts: ['learner', 'expert', 'invigilator'], firstOnly: false, texts: {} },
  { trigger: 'before', amount: 1, unit: 'hours', kinds: FOR_ONE, parts: ['learner', 'expert', 'invigilator'], firstOnly: false, texts: {} },
  { trigger: 'before', amount: 24, unit: 'hours', kinds: [], parts: ['learner'], firstOnly: true, texts: {} },
  { trigger: 'before', amount: 1, unit: 'hours', kinds: [], parts: ['learner'], firstOnly: true, texts: {} },
];

/** The same offset is the same reminder, whichever rule asks for it: part of the message's key. */
export const ruleKey = ({ amount, unit, at }: BeforeRule): string => `${amount}${unit === 'hours' ? 'h' : 'd'}-before${at ? `-${at}` : ''}`;

/** When a reminder is due, by the wall of the place where a day is meant. */
export function dueOf(rule: BeforeRule, { startsAt, zone }: { readonly startsAt: Date; readonly zone: string }): Date {
  if (rule.unit === 'hours') return new Date(startsAt.getTime() - rule.amount * 3_600_000);
  const { date, time } = wallTimeAt(startsAt, zone);
  return resolveWallTime({ date: addDays(date, -rule.amount), time: rule.at ?? time, zone }).instant;
}

/** What a rule says in a language: its own text as long as it fits what we fill in today, ours otherwise. */
export function textOf({ trigger, texts }: Pick<ReminderRule, 'trigger' | 'texts'>, language: Language): ReminderText {
  const own = texts[language];
  return own && fits(trigger, own) ? own : ourTexts[trigger][language];
}

const LONGEST = { hours: 720, days: 90 } as const;
const MOST_RULES = 20;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const KIND = /^[a-z]+(-[a-z]+)*$/;

/** What is wrong with rules that somebody entered. A text that stood there before and does not fit any more is no reason to refuse another change. */
export function faultsOfRules(rules: readonly ReminderRule[], standing: readonly ReminderRule[] = []): readonly Fault[] {
  if (rules.length > MOST_RULES) return [{ field: 'rules', reason: 'reminders.too-many', values: { max: MOST_RULES } }];
  const known = new Set(standing.flatMap(({ trigger, texts }) => Object.entries(texts).map(([language, text]) => nameOf(trigger, language, text))));
  return rules.flatMap((rule, index) => faultsOfRule(rule, known).map((fault) => ({ ...fault, field: `rules.${index}.${fault.field}` })));
}

const nameOf = (...parts: readonly [ReminderRule['trigger'], string, ReminderText]): string => JSON.stringify([parts[0], parts[1], parts[2].subject, parts[2].body]);

function faultsOfRule(rule: ReminderRule, known: ReadonlySet<string>): readonly Fault[] {
  const faults: Fault[] = [];
  if (rule.parts.length === 0) faults.push({ field: 'parts', reason: 'reminders.nobody' });
  if (rule.kinds.some((kind) => !KIND.test(kind))) faults.push({ field: 'kinds', reason: 'reminders.kind' });
  if (rule.at && !TIME.test(rule.at)) faults.push({ field: 'at', reason: 'reminders.time' });
  return [...faults, ...faultsOfTime(rule), ...faultsOfTexts(rule, known)];
}

const faultsOfTexts = ({ trigger, texts }: ReminderRule, known: ReadonlySet<string>): readonly Fault[] =>
  languages.flatMap((language) => {
    const text = texts[language];
    return text && !known.has(nameOf(trigger, language, text)) ? faultsOfText(trigger, text, ourTexts[trigger][language]).map((fault) => ({ ...fault, field: `texts.${language}.${fault.field}` })) : [];
  });

function faultsOfTime(rule: ReminderRule): readonly Fault[] {
  if (rule.trigger === 'weekly') return rule.weekday >= 1 && rule.weekday <= 7 ? [] : [{ field: 'weekday', reason: 'reminders.weekday' }];
  const max = LONGEST[rule.unit];
  return rule.amount >= 1 && rule.amount <= max ? [] : [{ field: 'amount', reason: 'reminders.amount', values: { max } }];
}
