import { addDays, resolveWallTime, wallTimeAt, weekday } from '@app/platform';
import { type WeeklyRule } from './rule.js';

/** The digest of one coming week: from when on it can leave, and when it is of no use any more. */
export interface WeekAhead {
  /** "week:2026-11-30", the Monday that it tells of: part of the message's key. */
  readonly rule: string;
  readonly dueAt: Date;
  readonly notAfter: Date;
}

/** The digest whose time has come, until the end of the first morning it tells of; undefined between. */
export function weekAheadAt(now: Date, { weekday: day, at }: Pick<WeeklyRule, 'weekday' | 'at'>, zone: string): WeekAhead | undefined {
  const today = wallTimeAt(now, zone).date;
  const monday = addDays(today, 8 - weekday(today));
  // On the Monday itself the digest of that very week may still be on its way.
  return [monday, addDays(monday, -7)].map((first) => weekOf(first, day, at, zone)).find(({ dueAt, notAfter }) => dueAt <= now && now < notAfter);
}

function weekOf(monday: string, day: number, at: string, zone: string): WeekAhead {
  return {
    rule: `week:${monday}`,
    dueAt: resolveWallTime({ date: addDays(monday, day - 8), time: at, zone }).instant,
    notAfter: resolveWallTime({ date: monday, time: '08:00', zone }).instant,
  };
}
