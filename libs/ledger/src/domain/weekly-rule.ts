import { addDays, type Fault, isZone, resolveWallTime, weekday } from '@app/platform';
import { isPlanned, type PlannedTime, planTime } from './time-range.js';

/** One meeting of a week: ISO weekday (Monday is 1) and times on the wall of the site; an end before the start is on the next day. */
export interface WeeklySlot {
  readonly weekday: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** "Every Tuesday and Thursday 18:00-21:00 from 5 January, twenty times". */
export interface WeeklyRule {
  readonly slots: readonly WeeklySlot[];
  readonly from: string;
  /** The last day that may have a session; either this or `count`. */
  readonly until?: string | null;
  /** How many sessions there shall be; closed days do not count. */
  readonly count?: number | null;
  /** 1 is every week, 2 every second one, counted from the week of `from`. */
  readonly everyWeeks: number;
}

/** A closed day that a planner must know about. */
export type Closures = ReadonlyMap<string, string>;

export interface SeriesDate {
  readonly date: string;
  readonly time: PlannedTime;
  /** The clocks change here: the time asked for does not exist and became a later one, or exists twice and is the first of the two. */
  readonly clock: 'shifted' | 'first-of-two' | null;
}

export interface SkippedDate {
  readonly date: string;
  readonly startsAt: string;
  /** Name of the closure; null where the clocks skip the whole of it. */
  readonly closure: string | null;
  /** Closed is a partner's site, where something is lent. */
  readonly lent?: boolean;
}

export interface SeriesDates {
  readonly dates: readonly SeriesDate[];
  readonly skipped: readonly SkippedDate[];
}

export const MOST_SESSIONS = 250;
const MOST_SLOTS = 20;
const LONGEST_DAYS = 2 * 366;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A day as texts take it: noon, so that it is the same day in whatever zone it is worded. */
export const dayValue = (day: string): number => Date.parse(`${day}T12:00:00Z`);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists: 30 February does not. */
export function isDay(day: string): boolean {
  if (!DAY.test(day)) return false;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) && day >= '2000-01-01' && day < '2100-01-01';
}

/** Until which day closures have to be known. */
export const lastDayOf = (rule: Pick<WeeklyRule, 'from' | 'until'>): string => rule.until ?? addDays(rule.from, LONGEST_DAYS);

/** Everything that is wrong with a rule, at its field. */
export function ruleFaults(rule: WeeklyRule): readonly Fault[] {
  return [...slotFaults(rule.slots), ...spanFaults(rule), ...(Number.isInteger(rule.everyWeeks) && rule.everyWeeks >= 1 && rule.everyWeeks <= 8 ? [] : [{ field: 'everyWeeks', reason: 'series.every-weeks', values: { max: 8 } }])];
}

/** Days left out because a place is closed, with whether it is a partner's. */
export const inLentPlace = (skipped: readonly SkippedDate[], lent: boolean): readonly SkippedDate[] => skipped.map((one) => ({ ...one, lent: lent && one.closure !== null }));

/** A fault of the rule at its field of the form around it. */
export const inRule = (fault: Fault): Fault => ({ ...fault, field: `rule.${fault.field}` });

function slotFaults(slots: readonly WeeklySlot[]): readonly Fault[] {
  if (slots.length === 0 || slots.length > MOST_SLOTS) return [{ field: 'slots', reason: 'series.slots', values: { max: MOST_SLOTS } }];
  const faults = slots.flatMap((slot, index) => slotFault(slot, `slots.${index}`));
  return faults.length > 0 ? faults : overlapFaults(slots);
}

function slotFault({ weekday: day, startsAt, endsAt }: WeeklySlot, field: string): readonly Fault[] {
  if (!Number.isInteger(day) || day < 1 || day > 7) return [{ field: `${field}.weekday`, reason: 'availability.weekday' }];
  if (!TIME.test(startsAt)) return [{ field: `${field}.startsAt`, reason: 'series.time' }];
  if (!TIME.test(endsAt)) return [{ field: `${field}.endsAt`, reason: 'series.time' }];
  return startsAt === endsAt ? [{ field: `${field}.endsAt`, reason: 'range.empty' }] : [];
}

const MINUTES_OF_WEEK = 7 * 24 * 60;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The same people cannot be in two meetings of one series: on the wall of an ordinary week, Sunday night reaching into Monday. */
function overlapFaults(slots: readonly WeeklySlot[]): readonly Fault[] {
  const spans = slots.map(({ weekday: day, startsAt, endsAt }) => {
    const from = (day - 1) * 1_440 + minutesOf(startsAt);
    return { from, to: from + ((minutesOf(endsAt) - minutesOf(startsAt) + 1_440) % 1_440) };
  });
  const meet = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
    [-MINUTES_OF_WEEK, 0, MINUTES_OF_WEEK].some((shift) => a.from < b.to + shift && b.from + shift < a.to);
  const second = spans.findIndex((span, index) => spans.slice(0, index).some((other) => meet(span, other)));
  return second < 0 ? [] : [{ field: `slots.${second}`, reason: 'series.slots-overlap' }];
}

function spanFaults({ from, until = null, count = null }: WeeklyRule): readonly Fault[] {
  if (!isDay(from)) return [{ field: 'from', reason: 'date.malformed' }];
  if ((until === null) === (count === null)) return [{ field: 'until', reason: 'series.until-or-count' }];
  return until === null ? countFaults(count) : untilFaults(from, until);
}

const countFaults = (count: number | null): readonly Fault[] =>
  Number.isInteger(count) && count !== null && count >= 1 && count <= MOST_SESSIONS ? [] : [{ field: 'count', reason: 'series.count', values: { max: MOST_SESSIONS } }];

function untilFaults(from: string, until: string): readonly Fault[] {
  if (!isDay(until)) return [{ field: 'until', reason: 'date.malformed' }];
  if (until < from) return [{ field: 'until', reason: 'days.reversed', values: { first: dayValue(from), last: dayValue(until) } }];
  return until > addDays(from, LONGEST_DAYS) ? [{ field: 'until', reason: 'series.too-long', values: { years: 2 } }] : [];
}

/**
 * The dates of a faultless rule in the zone of the site. A day on which the site is closed is skipped and told; with `count` the series
 * goes on until it has so many. A skipped wall time (02:30 in spring) moves to the next that exists, a repeated one is the first of the two.
 */
export function datesOf(rule: WeeklyRule, zone: string, closures: Closures): SeriesDates | readonly Fault[] {
  if (!isZone(zone)) return [{ field: 'zone', reason: 'zone.unknown' }];
  const [dates, skipped]: [SeriesDate[], SkippedDate[]] = [[], []];
  for (const { date, slot } of meetingsOf(rule)) {
    if (dates.length === rule.count || dates.length > MOST_SESSIONS) break;
    const closure = closureOf(date, slot, closures);
    const planned = closure === undefined ? dateOf(date, slot, zone) : undefined;
    if (planned) dates.push(planned);
    else skipped.push({ date, startsAt: slot.startsAt, closure: closure ?? null });
  }
  const faults = datesFaults(rule, dates.length);
  return faults.length > 0 ? faults : { dates, skipped };
}

function datesFaults({ count }: WeeklyRule, found: number): readonly Fault[] {
  if (found > MOST_SESSIONS) return [{ field: 'until', reason: 'series.too-many', values: { max: MOST_SESSIONS } }];
  if (found === 0) return [{ field: 'slots', reason: 'series.empty' }];
  return count && found < count ? [{ field: 'count', reason: 'series.count-not-reached', values: { count, found } }] : [];
}

/** A meeting that reaches into the next day needs that day as well. */
const closureOf = (date: string, { startsAt, endsAt }: WeeklySlot, closures: Closures): string | undefined =>
  closures.get(date) ?? (endsAt < startsAt && endsAt !== '00:00' ? closures.get(addDays(date, 1)) : undefined);

function* meetingsOf(rule: WeeklyRule): Generator<{ readonly date: string; readonly slot: WeeklySlot }> {
  const slots = [...rule.slots].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  for (const date of daysOf(rule)) {
    for (const slot of slots) if (slot.weekday === weekday(date)) yield { date, slot };
  }
}

/** Every day of the weeks that count: weeks are counted from the Monday of the first one, so that week 53 is a week like any other. */
function* daysOf({ from, until, everyWeeks }: WeeklyRule): Generator<string> {
  const last = lastDayOf({ from, until });
  let monday = addDays(from, 1 - weekday(from));
  for (; monday <= last; monday = addDays(monday, 7 * everyWeeks)) {
    for (let day = 0; day < 7; day++) {
      const date = addDays(monday, day);
      if (date >= from && date <= last) yield date;
    }
  }
}

function dateOf(date: string, { startsAt, endsAt }: WeeklySlot, zone: string): SeriesDate | undefined {
  const endDate = endsAt < startsAt ? addDays(date, 1) : date;
  const time = planTime({ startsAt: `${date}T${startsAt}`, endsAt: `${endDate}T${endsAt}`, zone });
  // Between 02:00 and 02:30 of a night that has no such half hour nothing can take place.
  if (!isPlanned(time)) return undefined;
  const { ambiguous } = resolveWallTime({ date, time: startsAt, zone });
  return { date, time, clock: time.shifted ? 'shifted' : ambiguous ? 'first-of-two' : null };
}
