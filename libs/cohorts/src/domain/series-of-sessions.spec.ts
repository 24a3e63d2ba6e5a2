import { addDays, weekday } from '@app/platform';
import { datesOf, ruleFaults, type SeriesDates, type WeeklyRule } from '@app/ledger';
import fc from 'fast-check';
import { unitsOfSessions } from './lessons-of-sessions.js';
import { shifted } from './shift.js';

const brussels = 'Europe/Brussels';
const open = new Map<string, string>();
const weekly = (changes: Partial<WeeklyRule> = {}): WeeklyRule => ({ slots: [{ weekday: 2, startsAt: '18:00', endsAt: '21:00' }], from: '2027-01-05', count: 5, everyWeeks: 1, ...changes });
const dates = (rule: WeeklyRule, closures: ReadonlyMap<string, string> = open, zone = brussels): SeriesDates => {
  const found = datesOf(rule, zone, closures);
  if (!('dates' in found)) throw new Error(JSON.stringify(found));
  return found;
};

describe('weekly rules', () => {
  it('case 63: weekly 09:00 Europe/Berlin over both changes of 2027 is always 09:00 on the wall', () => {
    const found = dates(weekly({ slots: [{ weekday: 7, startsAt: '09:00', endsAt: '12:00' }], from: '2027-03-21', until: '2027-11-07', count: null }), open, 'Europe/Berlin');
    expect(found.dates.every(({ time }) => time.localTime === '09:00')).toBe(true);
    expect(new Set(found.dates.map(({ time }) => time.from.toISOString().slice(11, 16)))).toEqual(new Set(['08:00', '07:00']));
  });

  it('case 64: 02:30 on 28 March 2027 is 03:30 and told; on 31 October 2027 it is the first 02:30', () => {
    const at = (from: string) => dates(weekly({ slots: [{ weekday: 7, startsAt: '02:30', endsAt: '04:30' }], from, count: 1 })).dates[0];
    expect(at('2027-03-28')).toMatchObject({ clock: 'shifted', time: { localTime: '03:30', from: new Date('2027-03-28T01:30:00Z') } });
    expect(at('2027-10-31')).toMatchObject({ clock: 'first-of-two', time: { localTime: '02:30', from: new Date('2027-10-31T00:30:00Z') } });
    const gone = dates(weekly({ slots: [{ weekday: 7, startsAt: '02:00', endsAt: '03:00' }], from: '2027-03-28', count: 1 }));
    expect([gone.skipped, gone.dates[0]?.date]).toEqual([[{ date: '2027-03-28', startsAt: '02:00', closure: null }], '2027-04-04']);
  });

  it('case 65: the first minute of a day without midnight is where that day begins, in Cairo and in Beirut', () => {
    const first = (from: string, zone: string) => dates(weekly({ slots: [{ weekday: weekday(from), startsAt: '00:00', endsAt: '02:00' }], from, count: 2 }), open, zone).dates.map(({ time }) => `${time.localDate} ${time.localTime}`);
    expect(first('2027-04-30', 'Africa/Cairo')).toEqual(['2027-04-30 01:00', '2027-05-07 00:00']);
    expect(first('2027-03-28', 'Asia/Beirut')).toEqual(['2027-03-28 01:00', '2027-04-04 00:00']);
  });

  it('case 68: 23:30-00:30 ends on the next day, week 53 is a week like any other, and 29 February is met', () => {
    const night = dates(weekly({ slots: [{ weekday: 4, startsAt: '23:30', endsAt: '00:30' }], from: '2026-12-24', count: 3 }));
    expect(night.dates.map(({ date, time }) => `${date} ${(time.to.getTime() - time.from.getTime()) / 60_000}`)).toEqual(['2026-12-24 60', '2026-12-31 60', '2027-01-07 60']);
    const fortnightly = dates(weekly({ slots: [{ weekday: 3, startsAt: '09:00', endsAt: '10:00' }], from: '2026-12-16', everyWeeks: 2, count: 3 }));
    expect(fortnightly.dates.map(({ date }) => date)).toEqual(['2026-12-16', '2026-12-30', '2027-01-13']);
    const leap = dates(weekly({ slots: [{ weekday: 2, startsAt: '09:00', endsAt: '10:00' }], from: '2028-02-22', count: 3 }));
    expect(leap.dates.map(({ date }) => date)).toEqual(['2028-02-22', '2028-02-29', '2028-03-07']);
  });

  it('skips closed days with their names, also where a night reaches into one, and still counts to the end', () => {
    const closures = new Map([['2027-01-12', 'Neige'], ['2027-01-27', 'Congé']]);
    const found = dates(weekly({ slots: [{ weekday: 2, startsAt: '18:00', endsAt: '21:00' }, { weekday: 2, startsAt: '23:00', endsAt: '01:00' }], count: 6 }), closures);
    expect(found.skipped).toEqual([
      { date: '2027-01-12', startsAt: '18:00', closure: 'Neige' },
      { date: '2027-01-12', startsAt: '23:00', closure: 'Neige' },
      { date: '2027-01-26', startsAt: '23:00', closure: 'Congé' },
    ]);
    expect(found.dates).toHaveLength(6);
  });

  it('gives for any rule only wished week days, in order, inside the span, never on a closed day, in the right weeks', () => {
    const slot = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 22 }) }).map(({ weekday: day, hour }) => ({ weekday: day, startsAt: `${String(hour).padStart(2, '0')}:15`, endsAt: `${String(hour).padStart(2, '0')}:45` }));
    fc.assert(
      fc.property(fc.uniqueArray(slot, { minLength: 1, maxLength: 4, selector: (each) => each.weekday }), fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (slots, start, everyWeeks, count, closed) => {
        const from = addDays('2026-06-01', start);
        const closures = new Map(closed.map((days) => [addDays(from, days), 'closed']));
        const rule = weekly({ slots, from, everyWeeks, count });
        expect(ruleFaults(rule)).toEqual([]);
        const found = datesOf(rule, brussels, closures);
        if (!('dates' in found)) return;
        expect(found.dates).toHaveLength(count);
        const monday = addDays(from, 1 - weekday(from));
        for (const [index, { date, time }] of found.dates.entries()) {
          expect(slots.some((each) => each.weekday === weekday(date) && (each.startsAt === time.localTime || each.startsAt.startsWith('02')))).toBe(true);
          expect(Math.floor((Date.parse(date) - Date.parse(monday)) / 604_800_000) % everyWeeks).toBe(0);
          expect(closures.has(date)).toBe(false);
          const before = found.dates[index - 1];
          if (before) expect(before.time.from < time.from).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('names what is wrong with a rule at its field', () => {
    const of = (changes: Partial<WeeklyRule>) => ruleFaults(weekly(changes)).map(({ field, reason }) => `${field} ${reason}`);
    expect(of({ slots: [] })).toEqual(['slots series.slots']);
    expect(of({ slots: [{ weekday: 8, startsAt: '09:00', endsAt: '10:00' }] })).toEqual(['slots.0.weekday availability.weekday']);
    expect(of({ slots: [{ weekday: 1, startsAt: '25:00', endsAt: '10:00' }] })).toEqual(['slots.0.startsAt series.time']);
    expect(of({ slots: [{ weekday: 7, startsAt: '23:00', endsAt: '02:00' }, { weekday: 1, startsAt: '01:00', endsAt: '03:00' }] })).toEqual(['slots.1 series.slots-overlap']);
    expect(of({ from: '2027-02-30' })).toEqual(['from date.malformed']);
    expect(of({ until: '2027-05-01' })).toEqual(['until series.until-or-count']);
    expect(of({ count: null, until: '2040-01-01' })).toEqual(['until series.too-long']);
    expect(of({ everyWeeks: 0 })).toEqual(['everyWeeks series.every-weeks']);
    expect(datesOf(weekly(), 'Mars/Olympus', open)).toEqual([{ field: 'zone', reason: 'zone.unknown' }]);
    const allClosed = new Map(Array.from({ length: 800 }, (_, index) => [addDays('2027-01-01', index), 'closed']));
    expect(datesOf(weekly(), brussels, allClosed)).toEqual([{ field: 'slots', reason: 'series.empty' }]);
  });
});

describe('sessions that follow', () => {
  it('go as many days along, to the same times of the wall clock beyond a change of the clocks', () => {
    const standing = (localDate: string, startsAt: string) => ({ localDate, localTime: '18:00', startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 10_800_000), zone: brussels });
    const anchor = standing('2027-03-16', '2027-03-16T17:00:00Z');
    expect(shifted(standing('2027-03-30', '2027-03-30T16:00:00Z'), anchor, { date: '2027-03-15', startsAt: '17:00', endsAt: '20:00' })).toMatchObject({ localDate: '2027-03-29', localTime: '17:00', from: new Date('2027-03-29T15:00:00Z') });
  });
});

describe('lessons of sessions', () => {
  it('lie over the sessions in order, none left out, as even as can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (lessons, sessions) => {
        const given = unitsOfSessions(Array.from({ length: lessons }, (_, index) => index), sessions);
        expect(given).toHaveLength(sessions);
        expect([...new Set(given.flat())]).toEqual(Array.from({ length: lessons }, (_, index) => index));
        const sizes = given.map((each) => each.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
    expect(unitsOfSessions([], 3)).toEqual([[], [], []]);
  });
});
