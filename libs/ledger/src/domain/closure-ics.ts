import { addDays, type Fault } from '@app/platform';
import ICAL from 'ical.js';
import { type ClosureFile, fault, faultOfContent, type FileClosure, sift, type SkippedEntry } from './closure-file.js';

const MOST_REPEATS = 400;

/** Reads the whole-day entries of a calendar file (RFC 5545), repeated ones as far as the file itself ends them. */
export function readClosureIcs(content: string): ClosureFile | Fault {
  const unreadable = faultOfContent(content);
  if (unreadable) return unreadable;
  const events = eventsOf(content);
  if (!events) return fault('closure-file.not-a-calendar');
  const found: (FileClosure & { where: string })[] = [];
  const skipped: SkippedEntry[] = [];
  for (const event of events) {
    if (String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') continue;
    const where = (event.summary || event.uid || '?').slice(0, 100);
    const days = daysOf(event);
    if (typeof days === 'string') skipped.push({ where, reason: days });
    else found.push(...days.map((each) => ({ ...each, where })));
  }
  return sift(found, skipped);
}

function eventsOf(content: string): readonly ICAL.Event[] | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(content.replace(/^\ufeff/, '')) as unknown[]);
    return calendar.name === 'vcalendar' ? calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)) : undefined;
  } catch {
    return undefined;
  }
}

/** The stretches of days of one entry, or the reason why it is none. */
function daysOf(event: ICAL.Event): readonly FileClosure[] | string {
  const start = event.component.getFirstPropertyValue('dtstart') as ICAL.Time | null;
  if (!start) return 'closure.no-start';
  if (!start.isDate) return 'closure.timed';
  const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
  const closure = (date: string, uid: string): FileClosure => ({ uid, from: date, to: addDays(date, length - 1), name: event.summary ?? '' });
  const uid = event.uid || `ics:${dateOf(start)}:${event.summary}`;
  if (!event.isRecurring()) return [closure(dateOf(start), uid)];
  const rule = event.component.getFirstPropertyValue('rrule') as ICAL.Recur | null;
  if (rule && !rule.isFinite()) return 'closure.endless';
  const repeats = event.iterator();
  const dates: string[] = [];
  for (let next = repeats.next() as ICAL.Time | undefined; next; next = repeats.next() as ICAL.Time | undefined) {
    if (dates.length >= MOST_REPEATS) return 'closure.repeats';
    dates.push(dateOf(next));
  }
  return dates.map((date) => closure(date, `${uid}#${date}`));
}

const two = (value: number): string => String(value).padStart(2, '0');
const dateOf = (time: ICAL.Time): string => `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
