import { type Fault } from '@app/platform';

/** What an organisation may keep longer or shorter than usual. The data catalogue says the same (libs/schema/src/privacy), and carries it out. */
export const retentionChoices = {
  /** Names and addresses of people, from the day they left: a funder may ask who took part; nobody may ask for ever. */
  people: { usual: 1_825, least: 365, most: 3_650 },
  /** Words about people in the history. */
  words: { usual: 1_825, least: 365, most: 3_650 },
  messages: { usual: 400, least: 30, most: 1_095 },
  /** Photos of certificates: they may tell of health. */
  proofs: { usual: 730, least: 30, most: 1_825 },
} as const;

export type RetentionName = keyof typeof retentionChoices;
export const retentionNames = Object.keys(retentionChoices) as RetentionName[];
/** Days by name; a name that is left out is kept as usual. */
export type Retention = Readonly<Partial<Record<RetentionName, number>>>;

/** When messages reach people who chose nothing for themselves. Wall times "21:30"; the days of the week from 1, Monday. */
export interface MessageHours {
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly digest: 'none' | 'daily' | 'weekly';
  readonly digestDailyAt: string;
  readonly digestWeeklyDay: number;
  readonly digestWeeklyAt: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * A length as a person says it, in the largest unit of which it is a whole number: 365 days are a year, 30 a month, 400 stay days.
 * A year is 365 days and a month a twelfth of that (docs/limits.md, Privacy); the web counts the same way.
 */
export function spokenLength(days: number): { readonly count: number; readonly unit: 'years' | 'months' | 'days' } {
  const years = days / 365;
  if (years >= 1 && Number.isInteger(years)) return { count: years, unit: 'years' };
  const months = Math.round((days * 12) / 365);
  return months > 0 && Math.round((months * 365) / 12) === days ? { count: months, unit: 'months' } : { count: days, unit: 'days' };
}

/** Reasons: value.unknown, retention.bounds with its bounds as a person says them. */
export function retentionFaults(retention: Retention): readonly Fault[] {
  return Object.entries(retention).flatMap(([name, days]): Fault[] => {
    const choice = retentionNames.includes(name as RetentionName) ? retentionChoices[name as RetentionName] : undefined;
    if (!choice) return [{ field: `retention.${name}`, reason: 'value.unknown' }];
    if (Number.isInteger(days) && days >= choice.least && days <= choice.most) return [];
    const [least, most] = [spokenLength(choice.least), spokenLength(choice.most)];
    return [{ field: `retention.${name}`, reason: 'retention.bounds', values: { least: least.count, leastUnit: least.unit, most: most.count, mostUnit: most.unit } }];
  });
}

/** Reasons: value.missing, quiet-hours.empty, value.unknown. */
export function messageHoursFaults(hours: MessageHours): readonly Fault[] {
  const { quietFrom, quietUntil, digestDailyAt, digestWeeklyAt, digestWeeklyDay, digest } = hours;
  const missing = (quietFrom === null) !== (quietUntil === null);
  const times = { quietFrom, quietUntil, digestDailyAt, digestWeeklyAt };
  return [
    ...(missing ? [{ field: quietFrom === null ? 'quietFrom' : 'quietUntil', reason: 'value.missing' }] : []),
    ...(quietFrom !== null && quietFrom === quietUntil ? [{ field: 'quietUntil', reason: 'quiet-hours.empty' }] : []),
    ...Object.entries(times).flatMap(([field, time]) => (time === null || TIME.test(time) ? [] : [{ field, reason: 'value.unknown' }])),
    ...(Number.isInteger(digestWeeklyDay) && digestWeeklyDay >= 1 && digestWeeklyDay <= 7 ? [] : [{ field: 'digestWeeklyDay', reason: 'value.unknown' }]),
    ...(['none', 'daily', 'weekly'].includes(digest) ? [] : [{ field: 'digest', reason: 'value.unknown' }]),
  ];
}
