import { type CalendarZone, calendarZone } from './vtimezone.js';
import { offsetAt, utcStamp, wallStamp } from './zone-rules.js';

/** Something dated, as calendar programs keep it. Instants in milliseconds since 1970. */
export interface CalendarEvent {
  /** Stable for ever; a program knows an event by it alone. */
  readonly uid: string;
  /** Rises with everything that a calendar must hear (RFC 5546 2.1.4). */
  readonly sequence: number;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  /** When it last changed: never the start of the event. */
  readonly stamp: number;
  readonly title: string;
  readonly location?: string;
  readonly description?: string;
  readonly url?: string;
  readonly category?: string;
  /** Every week on these days (Monday is 0) until this start, but not at these. */
  readonly repeats?: { readonly weekdays: readonly number[]; readonly until: number; readonly except: readonly number[] };
  /** Which of a recurring event it is: where that one stood at first. */
  readonly recurrence?: number;
  /** Only in invitations: who asks, and who is asked. */
  readonly organiser?: Party;
  readonly attendee?: Party;
}

export interface Party {
  readonly name: string;
  readonly address: string;
}

export interface Calendar {
  /** Only in invitations. */
  readonly method?: 'REQUEST' | 'CANCEL';
  readonly name?: string;
  readonly events: readonly CalendarEvent[];
}

const PRODUCT = '-//Tremplin//Tremplin//EN';

/**
 * Writes an iCalendar object (RFC 5545): CRLF, lines folded at 75 octets, texts escaped, one VTIMEZONE for each zone in use. Our own writer,
 * because none of the kept libraries writes right VTIMEZONEs (docs/decisions/own-icalendar-writer.md).
 */
export function writeCalendar({ method, name, events }: Calendar): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN'];
  if (method) lines.push(`METHOD:${method}`);
  if (name !== undefined) lines.push(`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H');
  const zones = zonesOf(events);
  for (const zone of zones.values()) lines.push(...zone.lines);
  for (const event of events) pushEvent(lines, event, zones.get(event.zone));
  lines.push('END:VCALENDAR', '');
  return lines.map(folded).join('\r\n');
}

function zonesOf(events: readonly CalendarEvent[]): ReadonlyMap<string, CalendarZone> {
  const spans = new Map<string, { from: number; to: number }>();
  for (const { zone, from, to: end, repeats } of events) {
    const to = Math.max(end, repeats?.until ?? end);
    const span = spans.get(zone);
    if (!span) spans.set(zone, { from, to });
    else if (from < span.from) span.from = from;
    else if (to > span.to) span.to = to;
  }
  const yearOf = (instant: number): number => new Date(instant).getUTCFullYear();
  return new Map([...spans].map(([zone, { from, to }]) => [zone, calendarZone(zone, yearOf(from), yearOf(to))]));
}

function pushEvent(lines: string[], event: CalendarEvent, zone: CalendarZone | undefined): void {
  const wall = (instant: number): string => `;TZID=${event.zone}:${wallStamp(instant, offsetAt(zone?.offsets ?? [], instant))}`;
  const stamp = utcStamp(event.stamp);
  lines.push('BEGIN:VEVENT', `UID:${event.uid}`, `DTSTAMP:${stamp}`, `LAST-MODIFIED:${stamp}`, `SEQUENCE:${event.sequence}`);
  if (event.recurrence !== undefined) lines.push(`RECURRENCE-ID${wall(event.recurrence)}`);
  if (event.repeats) pushRule(lines, event.repeats, wall);
  lines.push(`DTSTART${wall(event.from)}`, `DTEND${wall(event.to)}`, `STATUS:${event.status}`, `SUMMARY:${escaped(event.title)}`);
  if (event.location) lines.push(`LOCATION:${escaped(event.location)}`);
  if (event.description) lines.push(`DESCRIPTION:${escaped(event.description)}`);
  if (event.url) lines.push(`URL:${event.url.replace(/[\s\p{Cc}]/gu, '')}`);
  if (event.category) lines.push(`CATEGORIES:${escaped(event.category)}`);
  if (event.organiser) lines.push(`ORGANIZER;CN=${quoted(event.organiser.name)}:mailto:${event.organiser.address}`);
  if (event.attendee) lines.push(`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=${quoted(event.attendee.name)}:mailto:${event.attendee.address}`);
  lines.push(event.status === 'CANCELLED' ? 'TRANSP:TRANSPARENT' : 'TRANSP:OPAQUE', 'END:VEVENT');
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The end of a rule is told in UTC (RFC 5545 3.3.10), each date left out on a line of its own and in the zone of the start: older Exchange reads no lists. */
function pushRule(lines: string[], { weekdays, until, except }: NonNullable<CalendarEvent['repeats']>, wall: (instant: number) => string): void {
  lines.push(`RRULE:FREQ=WEEKLY;UNTIL=${utcStamp(until)};BYDAY=${weekdays.map((day) => DAYS[day] ?? 'MO').join(',')};WKST=MO`);
  for (const instant of except) lines.push(`EXDATE${wall(instant)}`);
}

const SPECIAL = /[\\;,\p{Cc}]/u;

/** Case 91: a title cannot begin a line of its own, whatever it holds. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** A parameter's value: quotation marks and controls cannot be written in one at all. */
const quoted = (text: string): string => `"${text.replace(/["\p{Cc}]/gu, ' ').trim()}"`;

const LONGEST_LINE = 75;

/** At most 75 octets a line, never in the middle of a character; what follows begins with a blank. */
export function folded(line: string): string {
  if (line.length * 3 <= LONGEST_LINE || Buffer.byteLength(line) <= LONGEST_LINE) return line;
  const pieces: string[] = [];
  let from = 0;
  let octets = 0;
  for (let at = 0; at < line.length; ) {
    const character = line.codePointAt(at) ?? 0;
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      pieces.push(line.slice(from, at));
      from = at;
      octets = 1;
    }
    octets += size;
    at += character > 0xffff ? 2 : 1;
  }
  return [...pieces, line.slice(from)].join('\r\n ');
}

/** How long a character is in UTF-8; counted here, because asking for each costs more than all the rest of a calendar. */
function octetsOf(character: number): number {
  if (character < 0x80) return 1;
  if (character < 0x800) return 2;
  return character > 0xffff ? 4 : 3;
}
