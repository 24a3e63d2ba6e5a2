import fc from 'fast-check';
import ICAL from 'ical.js';
import ical, { type VEvent } from 'node-ical';
import { type CalendarEvent, folded, writeCalendar } from './icalendar.js';
import { calendarZone } from './vtimezone.js';

const HOUR = 3_600_000;
const event = (wishes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: '7f0c@tremplin', sequence: 2, status: 'CONFIRMED', zone: 'Europe/Brussels', stamp: Date.UTC(2026, 10, 20, 12), title: 'JavaScript 3' },
  ...{ from: Date.UTC(2026, 10, 23, 8), to: Date.UTC(2026, 10, 23, 11) },
  ...wishes,
});
const read = (text: string): VEvent => Object.values(ical.sync.parseICS(text)).find((part): part is VEvent => part?.type === 'VEVENT') as VEvent;
const component = (text: string) => new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') ?? undefined);

/** The instant by ical.js, which believes the VTIMEZONE of the file and nothing else. */
function instantByFile(text: string, property: 'dtstart' | 'dtend'): number {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const time = calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue(property) as InstanceType<typeof ICAL.Time>;
  return time.toUnixTime() * 1_000;
}

describe('iCalendar', () => {
  it('defect 3: the stamp is when it changed, never the start; the end is the end', () => {
    const text = writeCalendar({ events: [event()] });
    const parsed = read(text);
    expect(text).toContain('DTSTAMP:20261120T120000Z');
    expect([parsed.start.getTime(), parsed.end?.getTime()]).toEqual([Date.UTC(2026, 10, 23, 8), Date.UTC(2026, 10, 23, 11)]);
    expect(text).toContain('DTSTART;TZID=Europe/Brussels:20261123T090000');
  });

  it('case 91: a title with CRLF and BEGIN:VEVENT stays a title, in two readers', () => {
    const title = 'Fin\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:évil; a, b \\ c';
    const text = writeCalendar({ events: [event({ title })] });
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(read(text).summary).toBe(title.replaceAll('\r\n', '\n'));
    expect(component(text).summary).toBe(title.replaceAll('\r\n', '\n'));
  });

  it('folds at 75 octets without cutting a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = `SUMMARY:${text.replace(/\p{Cc}/gu, '')}`;
        const pieces = folded(line).split('\r\n');
        expect(pieces.every((piece) => Buffer.byteLength(piece) <= 75)).toBe(true);
        expect(pieces.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join('')).toBe(line);
      }),
    );
  });

  it.each(['Europe/Brussels', 'America/New_York', 'Asia/Kolkata', 'Africa/Casablanca', 'Africa/Cairo', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC'])(
    'tells %s so that a reader who trusts the file alone finds the instant, all year',
    (zone) => {
      fc.assert(
        fc.property(fc.integer({ min: Date.UTC(2026, 0, 2) / HOUR, max: Date.UTC(2028, 11, 30) / HOUR }), (hour) => {
          const [from, to] = [hour * HOUR, (hour + 3) * HOUR];
          const text = writeCalendar({ events: [event({ zone, from, to })] });
          // In the hour that the clock shows twice a reading means the first of the two (RFC 5545), so the second cannot be told by TZID.
          const isTold = !isSecondReading(zone, from);
          if (isTold) expect(instantByFile(text, 'dtstart')).toBe(from);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('tells Brussels by the two yearly rules that Outlook understands, Casablanca change by change', () => {
    const brussels = calendarZone('Europe/Brussels', 2026, 2027).lines;
    expect(brussels).toEqual(expect.arrayContaining(['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU']));
    expect(brussels.filter((line) => line.startsWith('BEGIN:'))).toHaveLength(3);
    expect(calendarZone('Africa/Casablanca', 2026, 2027).lines.some((line) => line.startsWith('RRULE'))).toBe(false);
    expect(calendarZone('Asia/Kolkata', 2026, 2026).lines).toContain('TZOFFSETTO:+0530');
  });

  it('case 44: a session at 18:00 in the weeks around both clock changes stays at 18:00', () => {
    for (const [from, shown] of [[Date.UTC(2027, 2, 26, 17), '20270326T180000'], [Date.UTC(2027, 2, 29, 16), '20270329T180000'], [Date.UTC(2027, 9, 29, 16), '20271029T180000'], [Date.UTC(2027, 10, 1, 17), '20271101T180000']] as const) {
      expect(writeCalendar({ events: [event({ from, to: from + HOUR })] })).toContain(`DTSTART;TZID=Europe/Brussels:${shown}`);
    }
  });

  it('an invitation names who asks and who is asked; a name cannot end its parameter', () => {
    const text = writeCalendar({ method: 'REQUEST', events: [event({ organiser: { name: 'Centre "Mons"', address: 'centre@example.org' }, attendee: { name: 'Inès;X', address: 'ines@example.org' } })] });
    const parsed = read(text);
    expect(text).toContain('METHOD:REQUEST');
    expect(parsed.organizer).toMatchObject({ params: { CN: expect.stringContaining('Mons') as string }, val: 'mailto:centre@example.org' });
    expect(parsed.attendee).toMatchObject({ val: 'mailto:ines@example.org' });
  });
});

function isSecondReading(zone: string, instant: number): boolean {
  const { offsets } = calendarZone(zone, 2025, 2029);
  return offsets.some(({ at, seconds }, index) => {
    const before = offsets[index - 1]?.seconds ?? seconds;
    return seconds < before && instant >= at && instant < at + (before - seconds) * 1_000;
  });
}
