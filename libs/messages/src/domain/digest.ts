import { addDays, resolveWallTime, wallTimeAt, weekday } from '@app/platform';

export type DigestRhythm = 'none' | 'daily' | 'weekly';

export interface DigestTime {
  readonly dueAt: Date;
  /** Part of the digest's key: one for each day or week. */
  readonly rule: string;
}

/** When digests leave; 1 is Monday. An organisation chooses them. */
export interface DigestHours {
  readonly dailyAt: string;
  readonly weeklyDay: number;
  readonly weeklyAt: string;
}

/** Every day at 17:00, or on Friday at 15:00 when the coming week is planned and people are still at their desks. */
export const USUAL_DIGESTS: DigestHours = { dailyAt: '17:00', weeklyDay: 5, weeklyAt: '15:00' };

const MINUTE = 60_000;
const TOGETHER = 'together';

/** The letter that tells of several changes of one agenda: at the next full minute, so that all that are due about now are in it. */
export function nextLetterTogether(instant: Date): DigestTime {
  const dueAt = new Date((Math.floor(instant.getTime() / MINUTE) + 1) * MINUTE);
  return { dueAt, rule: `${TOGETHER}:${dueAt.toISOString()}` };
}

export const isLetterTogether = (rule = ''): boolean => rule.startsWith(`${TOGETHER}:`);

/** The first digest after this instant on the person's wall. */
export function nextDigest(instant: Date, rhythm: Exclude<DigestRhythm, 'none'>, zone: string, hours = USUAL_DIGESTS): DigestTime {
  const today = wallTimeAt(instant, zone).date;
  const time = (rhythm === 'daily' ? hours.dailyAt : hours.weeklyAt).slice(0, 5);
  const first = rhythm === 'daily' ? today : addDays(today, (hours.weeklyDay - weekday(today) + 7) % 7);
  const onDate = (date: string): DigestTime => ({ dueAt: resolveWallTime({ date, time, zone }).instant, rule: `${rhythm}:${date}` });
  const next = onDate(first);
  return next.dueAt > instant ? next : onDate(addDays(first, rhythm === 'daily' ? 1 : 7));
}
