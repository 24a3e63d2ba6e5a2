import { type Language } from '@app/platform';
import { type CalendarEvent } from './icalendar.js';
import { calendarTexts, kindIn } from './calendar.texts.js';

/** One dated thing as the database tells it for calendars; instants in seconds. */
export interface FeedRow {
  readonly uid: string;
  readonly sequence: number;
  readonly state: 'tentative' | 'planned' | 'done' | 'cancelled';
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  readonly stamp: number;
  readonly title: string;
  /** "workshop"; nothing where the reader may not know. */
  readonly kind?: string | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly bring: string | null;
  readonly site: string | null;
  readonly address: string | null;
  readonly rooms: string | null;
}

const STATUS = { tentative: 'TENTATIVE', planned: 'CONFIRMED', done: 'CONFIRMED', cancelled: 'CANCELLED' } as const;

/** An event without any name of a person. */
export function calendarEvent(row: FeedRow, language: Language): CalendarEvent {
  const where = [row.place, row.rooms, row.site, row.address].filter(Boolean).join(', ');
  const what = [row.link && `${calendarTexts.render('join', language)} ${row.link}`, row.bring && `${calendarTexts.render('bring', language)} ${row.bring}`].filter(Boolean).join('\n');
  return {
    uid: `${row.uid}@tremplin`,
    sequence: row.sequence,
    status: STATUS[row.state],
    from: row.from * 1_000,
    to: row.to * 1_000,
    zone: row.zone,
    stamp: row.stamp * 1_000,
    title: row.title || calendarTexts.render('busy', language),
    location: where === '' ? undefined : where,
    description: what === '' ? undefined : what,
    url: row.link ?? undefined,
    category: kindIn(language, row.kind),
  };
}
