import { addDays, type Language, wallTimeAt } from '@app/platform';
import { belgianHolidays, type Community } from './belgian-holidays.js';
import { startOfDay, type TimeRange } from './time-range.js';

/** Days from one date to another, both included, on which a calendar is closed; "open" makes an exception of them. */
export interface ClosureDays {
  readonly kind: 'closed' | 'open';
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

export interface SiteCalendar {
  readonly publicHolidays: 'BE' | null;
  readonly community: Community | null;
  readonly days: readonly ClosureDays[];
}

export interface ClosedDay {
  readonly date: string;
  readonly name: string;
}

/** The days between two dates (both included) on which at least one of the calendars is closed, in order; one name a day. */
export function closedDays(calendars: readonly SiteCalendar[], from: string, to: string, language: Language): readonly ClosedDay[] {
  const closed = new Map<string, string>();
  for (const calendar of calendars) {
    for (const [date, name] of closedInOne(calendar, from, to, language)) if (!closed.has(date)) closed.set(date, name);
  }
  return [...closed].map(([date, name]) => ({ date, name })).sort((a, b) => a.date.localeCompare(b.date));
}

function closedInOne(calendar: SiteCalendar, from: string, to: string, language: Language): ReadonlyMap<string, string> {
  const datesOfKind = (kind: ClosureDays['kind']): readonly (readonly [date: string, name: string])[] =>
    calendar.days.filter((days) => days.kind === kind).flatMap((days) => [...datesOf(days, from, to)].map((date) => [date, days.name] as const));
  const closed = new Map(holidaysBetween(calendar, from, to).map(({ date, names }) => [date, names[language]]));
  for (const [date, name] of datesOfKind('closed')) closed.set(date, name);
  for (const [date] of datesOfKind('open')) closed.delete(date);
  return closed;
}

function holidaysBetween(calendar: SiteCalendar, from: string, to: string): readonly { date: string; names: Readonly<Record<Language, string>> }[] {
  if (calendar.publicHolidays !== 'BE') return [];
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.flatMap((year) => belgianHolidays(year, calendar.community)).filter(({ date }) => date >= from && date <= to);
}

function* datesOf(days: ClosureDays, from: string, to: string): Generator<string> {
  const last = days.to < to ? days.to : to;
  for (let date = days.from > from ? days.from : from; date <= last; date = addDays(date, 1)) yield date;
}

export interface ClosedRange extends TimeRange {
  readonly name: string;
}

/** The closed stretches of a site that a stretch of time touches: whole days on the wall of the site, whatever their length in hours. */
export function closedRanges(site: { readonly zone: string; readonly calendars: readonly SiteCalendar[] }, during: TimeRange, language: Language): readonly ClosedRange[] {
  if (site.calendars.length === 0) return [];
  const first = wallTimeAt(during.from, site.zone).date;
  const last = wallTimeAt(new Date(during.to.getTime() - 1), site.zone).date;
  return closedDays(site.calendars, first, last, language).map(({ date, name }) => ({
    from: startOfDay(date, site.zone),
    to: startOfDay(addDays(date, 1), site.zone),
    name,
  }));
}
