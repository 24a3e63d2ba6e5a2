import { addDays, resolveWallTime, wallTimeAt, weekday } from '@app/platform';

export type DigestRhythm = 'none' | 'daily' | 'weekly';

export interface DigestTime {
  readonly dueAt: Date;
  /** Part of the digest's key: one for each day or week. */
  readonly rule: string;
}

/** Every day at 17:00, or on Friday at 15:00 when the coming week is planned and people are still at their desks. */
const DAILY_AT = '17:00';
const WEEKLY_AT = '15:00';
const FRIDAY = 5;

/** The first digest after this instant on the person's wall. */
export function nextDigest(instant: Date, rhythm: Exclude<DigestRhythm, 'none'>, zone: string): DigestTime {
  const today = wallTimeAt(instant, zone).date;
  const time = rhythm === 'daily' ? DAILY_AT : WEEKLY_AT;
  const first = rhythm === 'daily' ? today : addDays(today, (FRIDAY - weekday(today) + 7) % 7);
  const onDate = (date: string): DigestTime => ({ dueAt: resolveWallTime({ date, time, zone }).instant, rule: `${rhythm}:${date}` });
  const next = onDate(first);
  return next.dueAt > instant ? next : onDate(addDays(first, rhythm === 'daily' ? 1 : 7));
}
