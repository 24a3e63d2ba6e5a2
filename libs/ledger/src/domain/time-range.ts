import { type Fault, isZone, resolveWallTime, wallTimeAt } from '@app/platform';

/** A half-open stretch of time: `from` belongs to it, `to` does not, so that 9-12 and 12-13 touch and do not overlap. */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

/** A stretch as people write it: two readings of one wall clock ("2026-11-23T09:00") and the IANA zone of that wall. */
export interface WallRange {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
}

/** A stretch that may stand in the ledger, with the wall time that it must keep when the rules of its zone change. */
export interface PlannedTime extends TimeRange {
  readonly localDate: string;
  readonly localTime: string;
  readonly zone: string;
  /** True where the clocks skipped the start asked for: 02:30 became 03:30, and people are told. */
  readonly shifted: boolean;
}

const HOUR = 3_600_000;
/** One booking is a day at most; leave may last five years. */
export const LONGEST_BOOKING_HOURS = 24;
export const LONGEST_ABSENCE_DAYS = 1_830;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
const FIRST = new Date(`${FIRST_YEAR}-01-01T00:00:00Z`);
const LAST = new Date(`${LAST_YEAR + 1}-01-01T00:00:00Z`);
const WALL_READING = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::00)?$/;

export const overlaps = (a: TimeRange, b: TimeRange): boolean => a.from < b.to && b.from < a.to;

/** PostgreSQL's way to write the range. */
export const rangeLiteral = (range: TimeRange): string => `[${range.from.toISOString()},${range.to.toISOString()})`;

/** What is wrong with a stretch of instants, at the field where a person can mend it. */
export function faultsOfRange(range: TimeRange, field: string, longestHours = LONGEST_BOOKING_HOURS): readonly Fault[] {
  const [from, to] = [range.from.getTime(), range.to.getTime()];
  if (!Number.isFinite(from) || !Number.isFinite(to)) return [{ field, reason: 'range.endless' }];
  if (from === to) return [{ field, reason: 'range.empty' }];
  if (from > to) return [{ field, reason: 'range.reversed' }];
  if (range.from < FIRST || range.to >= LAST) return [{ field, reason: 'range.out-of-bounds', values: { first: FIRST_YEAR, last: LAST_YEAR } }];
  if (to - from > longestHours * HOUR) {
    return [longestHours > 48 ? { field, reason: 'range.too-many-days', values: { max: longestHours / 24 } } : { field, reason: 'range.too-long', values: { max: longestHours } }];
  }
  return [];
}

/** Resolves what a person wrote into instants, or lists every fault of it. */
export function planTime(wall: WallRange, longestHours = LONGEST_BOOKING_HOURS): PlannedTime | readonly Fault[] {
  if (!isZone(wall.zone)) return [{ field: 'zone', reason: 'zone.unknown', values: { zone: wall.zone.slice(0, 100) } }];
  const start = readWall(wall.startsAt, wall.zone);
  const end = readWall(wall.endsAt, wall.zone);
  const unread: Fault[] = [];
  if (!start) unread.push({ field: 'startsAt', reason: wall.startsAt ? 'range.not-a-time' : 'range.endless' });
  if (!end) unread.push({ field: 'endsAt', reason: wall.endsAt ? 'range.not-a-time' : 'range.endless' });
  if (!start || !end) return unread;
  const faults = faultsOfRange({ from: start.instant, to: end.instant }, 'endsAt', longestHours);
  if (faults.length > 0) return faults;
  const { date, time } = wallTimeAt(start.instant, wall.zone);
  return { from: start.instant, to: end.instant, localDate: date, localTime: time, zone: wall.zone, shifted: start.shifted };
}

export const isPlanned = (planned: PlannedTime | readonly Fault[]): planned is PlannedTime => 'from' in planned;

function readWall(reading: string, zone: string): { instant: Date; shifted: boolean } | undefined {
  const [, date, time] = WALL_READING.exec(reading) ?? [];
  if (!date || !time) return undefined;
  try {
    return resolveWallTime({ date, time, zone });
  } catch {
    // 30 February, 25:00: right in form, wrong in the calendar.
    return undefined;
  }
}

/** The first instant of a day on the wall of a zone; where midnight does not exist, the first moment after it. */
export const startOfDay = (date: string, zone: string): Date => resolveWallTime({ date, time: '00:00', zone }).instant;
