import { addDays, type Language, resolveWallTime, wallTimeAt } from '@app/platform';
import { calendarEvent, type FeedRow } from './feed-events.js';
import { type CalendarEvent, type Party } from './icalendar.js';
import { dayOfWall, seriesFrame } from './series-frame.js';

/** One recurring event of somebody, as its mails tell of it. */
export interface StrandFrame {
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly zone: string;
  readonly language: Language;
  readonly organiser: Party;
  readonly attendee: Party;
}

export interface StrandRow extends FeedRow {
  /** In milliseconds. */
  readonly slot: number;
}

export const strandUid = (seriesId: string, strand: string): string => `${seriesId}-${strand.replace(/[:.]/g, '')}@tremplin`;

const EPOCH = '1970-01-01';
export const localDay = (zone: string) => (instant: number): number => dayOfWall(Date.parse(wallTimeAt(new Date(instant), zone).date));

/** Where it is, in a room and online, and what to bring: the rest of an event its rule tells. */
const isSameFor = (one: CalendarEvent, other: CalendarEvent): boolean => one.location === other.location && one.description === other.description;

/** The recurring event whole, and beside it the sessions that are at another time or place, or need something else, than its rule says. */
export function strandEvents(frame: StrandFrame, rows: readonly StrandRow[]): readonly CalendarEvent[] {
  const { zone, language } = frame;
  const time = wallTimeAt(new Date(Math.min(...rows.map(({ slot }) => slot))), zone).time;
  const atDay = (day: number): number => resolveWallTime({ date: addDays(EPOCH, day), time, zone }).instant.getTime();
  const items = rows.map((row, index) => ({ id: String(index), from: row.from * 1_000, to: row.to * 1_000, slot: row.slot }));
  const { from, to, rule, moved } = seriesFrame(items, { localDay: localDay(zone), atDay });
  const events = rows.map((row) => calendarEvent(row, language));
  const like = events[0];
  if (!like) throw new Error('A strand without sessions is not told.');
  const elsewhere = new Set([...moved.map(({ id }) => Number(id)), ...(rule ? events.flatMap((event, index) => (isSameFor(like, event) ? [] : [index])) : [])]);
  const others = rows.flatMap((row, index) => (elsewhere.has(index) ? [instanceEvent(frame, row)] : []));
  return [{ ...like, ...common(frame), title: frame.title, zone, from, to, repeats: rule }, ...others];
}

/** One session of the recurring event, as it is now. */
export function instanceEvent(frame: StrandFrame, row: StrandRow): CalendarEvent {
  return { ...calendarEvent(row, frame.language), ...common(frame), recurrence: row.slot };
}

/** All of it is to go: programs need no more than its name and its start. */
export function strandGone(frame: StrandFrame, { from, to, stamp }: { readonly from: number; readonly to: number; readonly stamp: number }): CalendarEvent {
  return { ...common(frame), title: frame.title, zone: frame.zone, from, to, stamp, status: 'CANCELLED' };
}

const common = ({ uid, sequence, organiser, attendee }: StrandFrame) => ({ uid, sequence, organiser, attendee, status: 'CONFIRMED' as const });
