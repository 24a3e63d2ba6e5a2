import fc from 'fast-check';
import { faultsOfRange, isPlanned, planTime, startOfDay } from './time-range.js';

const brussels = 'Europe/Brussels';
const plan = (startsAt: string, endsAt: string, zone = brussels) => planTime({ startsAt, endsAt, zone });
const reasons = (startsAt: string, endsAt: string, zone = brussels) => {
  const planned = plan(startsAt, endsAt, zone);
  return isPlanned(planned) ? [] : planned.map(({ field, reason }) => `${field} ${reason}`);
};

describe('stretches of time', () => {
  it('case 60: every bad range names the field and the reason', () => {
    expect(reasons('2026-11-23T09:00', '2026-11-23T09:00')).toEqual(['endsAt range.empty']);
    expect(reasons('2026-11-23T12:00', '2026-11-23T09:00')).toEqual(['endsAt range.reversed']);
    expect(reasons('', '')).toEqual(['startsAt range.endless', 'endsAt range.endless']);
    expect(reasons('2026-11-23T09:00', '2026-11-24T10:00')).toEqual(['endsAt range.too-long']);
    expect(reasons('9999-11-23T09:00', '9999-11-23T10:00')).toEqual(['endsAt range.out-of-bounds']);
    expect(reasons('1999-12-31T23:00', '1999-12-31T23:30', 'UTC')).toEqual(['endsAt range.out-of-bounds']);
    expect(reasons('2026-11-23T09:00', '2026-11-23T10:00', 'Mars/Olympus')).toEqual(['zone zone.unknown']);
    expect(reasons('2027-02-30T09:00', '23 November')).toEqual(['startsAt range.not-a-time', 'endsAt range.not-a-time']);
    expect(faultsOfRange({ from: new Date(NaN), to: new Date() }, 'during')).toEqual([{ field: 'during', reason: 'range.endless' }]);
  });

  it('case 64: 02:30 on the day the clocks go forward is put at 03:30, and people are told; in autumn it is the first one', () => {
    expect(plan('2027-03-28T02:30', '2027-03-28T04:00')).toMatchObject({ shifted: true, localTime: '03:30', from: new Date('2027-03-28T01:30Z') });
    expect(plan('2027-10-31T02:30', '2027-10-31T04:00')).toMatchObject({ shifted: false, localTime: '02:30', from: new Date('2027-10-31T00:30Z') });
  });

  it('a day of 24 hours on the wall is too long in the night in which the clocks go back', () => {
    expect(reasons('2027-10-30T12:00', '2027-10-31T12:00')).toEqual(['endsAt range.too-long']);
    expect(reasons('2027-03-27T12:00', '2027-03-28T12:00')).toEqual([]);
    expect(reasons('2026-11-23T23:30', '2026-11-24T00:30')).toEqual([]);
  });

  it('keeps the wall time of every start, in every zone, the whole year round', () => {
    const zone = fc.constantFrom(brussels, 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Africa/Cairo', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_380 }), (inZone, day, minute, length) => {
        const start = new Date(Date.UTC(2027, 0, 1 + day, 0, minute)).toISOString().slice(0, 16);
        const end = new Date(Date.UTC(2027, 0, 1 + day, 0, minute + length)).toISOString().slice(0, 16);
        const planned = plan(start, end, inZone);
        // Where the clocks go forward, both ends of a short stretch may fall into the gap and a long one may get one hour more or less.
        if (!isPlanned(planned)) return planned.every(({ reason }) => ['range.empty', 'range.reversed'].includes(reason));
        return planned.shifted || `${planned.localDate}T${planned.localTime}` === start;
      }),
    );
  });

  it('finds the first instant of a day whose midnight does not exist', () => {
    expect(startOfDay('2027-04-30', 'Africa/Cairo')).toEqual(new Date('2027-04-29T22:00Z'));
    expect(startOfDay('2026-11-23', brussels)).toEqual(new Date('2026-11-22T23:00Z'));
  });
});
