import { readClosureCsv } from './closure-csv.js';
import { readClosureIcs } from './closure-ics.js';
import { closedDays, closedRanges } from './closures.js';

const calendar = (days: readonly { kind: 'closed' | 'open'; from: string; to: string; name: string }[], publicHolidays: 'BE' | null = null) => ({ publicHolidays, community: null, days });

describe('closures', () => {
  it('adds calendars up; an open day is an exception of its own calendar only', () => {
    const own = calendar([{ kind: 'closed', from: '2026-12-24', to: '2026-12-26', name: 'Winter' }, { kind: 'open', from: '2026-12-25', to: '2026-12-25', name: 'Open' }]);
    expect(closedDays([own], '2026-12-23', '2026-12-31', 'fr').map(({ date }) => date)).toEqual(['2026-12-24', '2026-12-26']);
    expect(closedDays([own, calendar([], 'BE')], '2026-12-23', '2026-12-31', 'nl')).toEqual([{ date: '2026-12-24', name: 'Winter' }, { date: '2026-12-25', name: 'Kerstmis' }, { date: '2026-12-26', name: 'Winter' }]);
  });

  it('a closed day is as long as it is on the wall: 23 and 25 hours when the clocks change', () => {
    const site = { zone: 'Europe/Brussels', calendars: [calendar([{ kind: 'closed', from: '2027-01-01', to: '2027-12-31', name: 'x' }])] };
    const hours = (day: string) => closedRanges(site, { from: new Date(`${day}T10:00Z`), to: new Date(`${day}T11:00Z`) }, 'fr').map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000);
    expect([hours('2027-03-28'), hours('2027-10-31'), hours('2027-06-01')]).toEqual([[23], [25], [24]]);
  });

  describe('from files', () => {
    const ics = (...events: readonly string[][]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example.org//EN', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n');

    it('reads whole days of a calendar: the end excluded, no end for one day, repeats as far as the file ends them', () => {
      const file = readClosureIcs(ics(['UID:a', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270104', 'SUMMARY:Vacances d’hiver\\, Noël'], ['UID:b', 'DTSTART;VALUE=DATE:20270201', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Inventory']));
      expect(file).toEqual({
        closures: [
          { uid: 'a', from: '2026-12-24', to: '2027-01-03', name: 'Vacances d’hiver, Noël' },
          ...['2027-02-01', '2027-02-08', '2027-02-15'].map((date) => ({ uid: `b#${date}`, from: date, to: date, name: 'Inventory' })),
        ],
        skipped: [],
      });
    });

    it('lists what is no whole day, has no end or is cancelled, and takes the rest', () => {
      const file = readClosureIcs(
        ics(['UID:a', 'DTSTART:20261224T090000Z', 'SUMMARY:Meeting'], ['UID:b', 'DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas'], ['UID:c', 'DTSTART;VALUE=DATE:20261226', 'STATUS:CANCELLED', 'SUMMARY:Gone'], ['UID:d', 'DTSTART;VALUE=DATE:20261227', 'SUMMARY:Kept']),
      );
      expect(file).toMatchObject({ closures: [{ uid: 'd' }], skipped: [{ where: 'Meeting', reason: 'closure.timed' }, { where: 'Christmas', reason: 'closure.endless' }] });
    });

    it('refuses files that cannot be read at all, with the reason', () => {
      const reason = (answer: object) => ('reason' in answer ? answer.reason : 'read');
      expect(reason(readClosureIcs('BEGIN:VCALENDAR\r\nrubbish'))).toBe('closure-file.not-a-calendar');
      expect(reason(readClosureCsv('nom;du\r\nH\ufffdver;2026-12-24'))).toBe('closure-file.encoding');
      expect(reason(readClosureCsv('a,b\n1,2'))).toBe('closure-file.columns');
      expect(reason(readClosureCsv('start,name\n2026-12-24,"Winter'))).toBe('closure-file.not-a-table');
      expect(reason(readClosureCsv('   '))).toBe('closure-file.empty');
      expect(reason(readClosureCsv('x'.repeat(1_000_001)))).toBe('closure-file.too-long');
      expect(reason(readClosureCsv('start,name'))).toBe('closures.none');
    });

    it('reads tables with semicolons, BOM, four languages and days written first', () => {
      const expected = { closures: [{ from: '2026-12-24', to: '2027-01-03', name: 'X' }], skipped: [] };
      for (const table of ['\ufeffDébut;Fin;Intitulé\r\n24/12/2026;3/1/2027;X', 'van,tot,naam\n2026-12-24,2027-01-03,X', 'Beginn\tEnde\tBezeichnung\n24.12.2026\t03.01.2027\tX']) expect(readClosureCsv(table)).toMatchObject(expected);
      expect(readClosureCsv('start,end,name\n2027-01-03,2026-12-24,Backwards\n2026-01-01,2027-06-01,Long\n2026-12-24,,\n31/31/2026,,Never')).toMatchObject({
        closures: [],
        skipped: [{ where: '5', reason: 'closure.date' }, { where: '2', reason: 'closure.reversed' }, { where: '3', reason: 'closure.too-long' }, { where: '4', reason: 'closure.no-name' }],
      });
    });
  });
});
