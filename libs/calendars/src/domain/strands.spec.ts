import fc from 'fast-check';
import { resolveWallTime } from '@app/platform';
import { CalendarProgram } from '../../../../test/support/calendar-program.js';
import { writeCalendar } from './icalendar.js';
import { localDay, strandEvents, type StrandRow } from './strand-calendar.js';
import { strandsOf, type StrandSession } from './strands.js';

const zone = 'Europe/Brussels';
const HOUR = 3_600_000;
const at = (day: number, time: string): number => resolveWallTime({ date: new Date(Date.UTC(2027, 1, 1 + day)).toISOString().slice(0, 10), time, zone }).instant.getTime();
const frame = { uid: 'x@tremplin', sequence: 1, title: 'Web Dev', zone, language: 'fr' as const, organiser: { name: 'Centre', address: 'a@example.org' }, attendee: { name: 'Inès', address: 'b@example.org' } };
const row = (slot: number, from = slot): StrandRow => ({ slot, from: from / 1_000, to: (from + 3 * HOUR) / 1_000, uid: 'u', sequence: 0, state: 'planned', zone, stamp: 0, title: 'Leçon', place: null, link: null, bring: null, site: 'Mons', address: null, rooms: null });
const iso = (instants: readonly number[]): readonly string[] => instants.map((instant) => new Date(instant).toISOString()).sort();

describe('a strand as one recurring event', () => {
  it('stands in a calendar with exactly its sessions, whatever days it has and whichever were moved, over changes of the clocks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 300 }), by: fc.constantFrom(0, 0, 0, 26, -20) }), { minLength: 1, maxLength: 40, selector: ({ day }) => day }), (days) => {
        const rows = days.map(({ day, by }) => row(at(day, '18:00'), at(day, '18:00') + by * HOUR)).sort((a, b) => a.from - b.from);
        const program = new CalendarProgram();
        program.take(writeCalendar({ method: 'REQUEST', events: strandEvents(frame, rows) }));
        expect(program.starts).toEqual(iso(rows.map(({ from }) => from * 1_000)));
      }),
      { numRuns: 60 },
    );
  });

  it('tells a session with another meeting online, or with something else to bring, by itself', () => {
    const rows = [1, 8, 15, 22].map((day) => row(at(day, '18:00')));
    const link = 'https://meet.example.org/new';
    const events = strandEvents(frame, rows.map((one, index) => ({ ...one, link: index === 2 ? link : null, bring: index === 3 ? 'laptop' : null })));
    expect(events.map(({ recurrence, url, description }) => [recurrence, url, description])).toEqual([
      [undefined, undefined, undefined],
      [at(15, '18:00'), link, `Rejoindre : ${link}`],
      [at(22, '18:00'), undefined, 'À apporter : laptop'],
    ]);
  });

  it('says what kind of meeting it is, in the language of the reader, where it is no ordinary session', () => {
    const rows = [1, 8].map((day) => ({ ...row(at(day, '18:00')), kind: 'project-day' }));
    expect(writeCalendar({ method: 'REQUEST', events: strandEvents(frame, rows) })).toContain('\r\nCATEGORIES:Journée de projet\r\n');
    expect(writeCalendar({ events: strandEvents(frame, rows.map((one) => ({ ...one, kind: 'session' }))) })).not.toContain('CATEGORIES');
  });

  it('leaves out single days on lines of their own and tells the end of the rule in UTC', () => {
    const text = writeCalendar({ method: 'REQUEST', events: strandEvents(frame, [1, 8, 22].map((day) => row(at(day, '18:00')))) });
    expect(text).toContain('RRULE:FREQ=WEEKLY;UNTIL=20270223T170000Z;BYDAY=TU;WKST=MO\r\nEXDATE;TZID=Europe/Brussels:20270216T180000\r\n');
  });
});

describe('strands of a series', () => {
  const session = (id: string, day: number, wishes: Partial<StrandSession> = {}): StrandSession => ({ id, from: at(day, '18:00'), to: at(day, '21:00'), localTime: '18:00', isToCome: true, isWanted: true, told: null, ...wishes });
  const told = (day: number, strand = '18:00') => ({ strand, slot: at(day, '18:00') });
  const plans = (sessions: readonly StrandSession[], isInvited = true) => strandsOf(sessions, isInvited ? [{ strand: '18:00', isInvited: true, sequence: 3 }] : [], localDay(zone)).map(({ strand, sessions: held, isNews }) => `${strand} ${held.map(({ id }) => id).join('')} ${isNews ? 'news' : 'known'}`);

  it('is news for who has it not yet, and nothing to tell when it stands as it is', () => {
    expect(plans([session('a', 1), session('b', 8)], false)).toEqual(['18:00 ab news']);
    expect(plans([session('a', 1, { told: told(1) }), session('b', 8, { told: told(8) })])).toEqual(['18:00 ab known']);
  });

  it('keeps the place of what moved to another time of day, and what is over', () => {
    expect(plans([session('a', 1, { told: told(1), isToCome: false }), session('b', 8, { told: told(8), localTime: '09:00' })])).toEqual(['18:00 ab known']);
  });

  it('hears of what is new and of what is gone, and is to go with its last session', () => {
    expect(plans([session('a', 1, { told: told(1) }), session('b', 8)])).toEqual(['18:00 ab news']);
    expect(plans([session('a', 1, { told: told(1) }), session('b', 8, { told: told(8), isWanted: false })])).toEqual(['18:00 a news']);
    expect(plans([session('a', 1, { told: told(1), isWanted: false })])).toEqual(['18:00  news']);
  });

  it('opens a second strand where the day has one already that went elsewhere', () => {
    expect(plans([session('a', 3, { told: told(1) }), session('b', 1)])).toEqual(['18:00 a known', '18:00.2 b news']);
  });
});
