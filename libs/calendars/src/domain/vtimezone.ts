import { type Offset, offsetsOf, wallStamp } from './zone-rules.js';

/** A zone as calendar programs must be told it (RFC 5545 3.6.5), with the offsets by which its instants become readings of the wall. */
export interface CalendarZone {
  readonly offsets: readonly Offset[];
  readonly lines: readonly string[];
}

const known = new Map<string, CalendarZone>();

/** The zone over these years; a year more on both sides, so that the first and the last event have their rule. Kept, because making it is dear. */
export function calendarZone(zone: string, firstYear: number, lastYear: number): CalendarZone {
  const key = `${zone} ${firstYear} ${lastYear}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size > 500) known.clear();
  const offsets = offsetsOf(zone, firstYear - 1, lastYear + 1);
  const made = { offsets, lines: ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances(offsets, firstYear - 1), 'END:VTIMEZONE'] };
  known.set(key, made);
  return made;
}

/** A change of the clocks: since when, from which offset to which, on the wall as it stood before. */
interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function observances(offsets: readonly Offset[], firstYear: number): readonly string[] {
  const first = offsets[0]?.seconds ?? 0;
  const changes = offsets.slice(1).map(({ at, seconds }, index): Change => ({ at, from: offsets[index]?.seconds ?? first, to: seconds }));
  const beginning = observance({ at: Date.UTC(firstYear, 0, 1) - first * 1_000, from: first, to: first }, Math.min(...offsets.map(({ seconds }) => seconds)));
  const base = Math.min(...offsets.map(({ seconds }) => seconds));
  const rules = yearly(changes);
  if (rules) return rules.flatMap(({ change, rule }) => observance(change, base, rule));
  return [...beginning, ...changes.flatMap((change) => observance(change, base))];
}

function observance(change: Change, base: number, rule?: string): readonly string[] {
  const name = change.to > base ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${wallStamp(change.at, change.from)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `TZOFFSETFROM:${offsetText(change.from)}`,
    `TZOFFSETTO:${offsetText(change.to)}`,
    `END:${name}`,
  ];
}

/**
 * Outlook understands a zone by one yearly rule for each side, so changes that fall on the same week day of the same month every year are
 * written that way ("the last Sunday of March"); irregular ones (Morocco) one by one.
 */
function yearly(changes: readonly Change[]): readonly { readonly change: Change; readonly rule: string }[] | undefined {
  const sides = [changes.filter((change) => change.to > change.from), changes.filter((change) => change.to < change.from)];
  const rules = sides.map((side) => {
    const [first] = side;
    const common = ['last', 'nth'].map((way) => side.map((change) => ruleOf(change, way))).find((list) => new Set(list).size === 1)?.[0];
    const isEveryYear = side.every((change, index) => yearOf(change) === yearOf(side[0] ?? change) + index);
    return first && common && isEveryYear && side.length > 1 ? { change: first, rule: common } : undefined;
  });
  const found = rules.filter((rule) => rule !== undefined);
  return found.length === 2 ? found.sort((a, b) => a.change.at - b.change.at) : undefined;
}

const localDate = (change: Change): Date => new Date(change.at + change.from * 1_000);
const yearOf = (change: Change): number => localDate(change).getUTCFullYear();
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The same text for changes of different years that follow the same rule; the time of day is part of it. */
function ruleOf(change: Change, way: string): string {
  const date = localDate(change);
  const daysOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const isLast = date.getUTCDate() + 7 > daysOfMonth;
  if (way === 'last' && !isLast) return `never ${change.at}`;
  const nth = way === 'last' ? -1 : Math.ceil(date.getUTCDate() / 7);
  return `FREQ=YEARLY;BYMONTH=${date.getUTCMonth() + 1};BYDAY=${nth}${WEEKDAYS[date.getUTCDay()] ?? 'SU'}`;
}

function offsetText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}${digits(minutes % 60)}`;
}
