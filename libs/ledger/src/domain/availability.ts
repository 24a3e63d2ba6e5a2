import { addDays, weekday, resolveWallTime } from '@app/platform';
import { type TimeRange } from './time-range.js';

/** "Tuesdays 9 to 12", possibly only from one date until another, both included. Times are on the wall; 24:00 is the end of the day. */
export interface WeeklyHours {
  /** Monday is 1, Sunday is 7. */
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
  readonly fromDate?: string | null;
  readonly untilDate?: string | null;
}

/** Instead of the weekly hours of that date: other hours (several rows add up), or none where `opens` is null. */
export interface DateException {
  readonly date: string;
  readonly opens: string | null;
  readonly closes: string | null;
}

export interface AvailabilityPlan {
  readonly zone: string;
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly DateException[];
}

/**
 * When somebody is available between two dates (both included): weekly hours, exceptions by date in their place, less what makes him
 * unavailable. In order, without overlaps, touching stretches joined. 9:00 stays 9:00 in the weeks in which the clocks change; hours that the
 * clocks skip shrink, hours that they repeat count twice.
 */
export function availableRanges(plan: AvailabilityPlan, from: string, to: string, unavailable: readonly TimeRange[] = []): readonly TimeRange[] {
  const offered: TimeRange[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const { opens, closes } of hoursOf(plan, date)) {
      const range = { from: instantOf(date, opens, plan.zone), to: instantOf(date, closes, plan.zone) };
      if (range.from < range.to) offered.push(range);
    }
  }
  return subtract(join(offered), unavailable);
}

interface Hours {
  readonly opens: string;
  readonly closes: string;
}

function hoursOf(plan: AvailabilityPlan, date: string): readonly Hours[] {
  const exceptions = plan.exceptions.filter((exception) => exception.date === date);
  if (exceptions.length > 0) return exceptions.flatMap(({ opens, closes }) => (opens && closes ? [{ opens, closes }] : []));
  const day = weekday(date);
  return plan.weekly.filter((hours) => hours.weekday === day && date >= (hours.fromDate ?? date) && date <= (hours.untilDate ?? date));
}

function instantOf(date: string, time: string, zone: string): Date {
  const endOfDay = time.startsWith('24:');
  return resolveWallTime({ date: endOfDay ? addDays(date, 1) : date, time: endOfDay ? '00:00' : time.slice(0, 5), zone }).instant;
}

/** Stretches in order, with what overlaps or touches made one. */
export function join(ranges: readonly TimeRange[]): readonly TimeRange[] {
  const joined: { from: Date; to: Date }[] = [];
  for (const range of [...ranges].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = joined.at(-1);
    if (last && range.from <= last.to) last.to = range.to > last.to ? range.to : last.to;
    else joined.push({ ...range });
  }
  return joined;
}

/** What is left of ordered stretches when others are cut out. */
export function subtract(ranges: readonly TimeRange[], cut: readonly TimeRange[]): readonly TimeRange[] {
  const holes = join(cut);
  return ranges.flatMap((range) => {
    const left: TimeRange[] = [];
    let from = range.from;
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= range.to) continue;
      if (hole.from > from) left.push({ from, to: hole.from });
      from = hole.to > from ? hole.to : from;
    }
    if (from < range.to) left.push({ from, to: range.to });
    return left;
  });
}
