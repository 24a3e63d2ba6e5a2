import fc from 'fast-check';
import { addDays, resolveWallTime, wallTimeAt } from '@app/platform';
import { type AvailabilityPlan, availableRanges, join, subtract } from './availability.js';

const brussels = 'Europe/Brussels';
const show = (ranges: readonly { from: Date; to: Date }[]) => ranges.map(({ from, to }) => `${from.toISOString().slice(0, 16)}/${to.toISOString().slice(11, 16)}`);
const plan = (weekly: AvailabilityPlan['weekly'], exceptions: AvailabilityPlan['exceptions'] = []): AvailabilityPlan => ({ zone: brussels, weekly, exceptions });
const sundays = plan([{ weekday: 7, opens: '09:00', closes: '12:00' }]);

describe('availability', () => {
  it('case 63: 9:00 stays 9:00 on the Sundays on which the clocks change', () => {
    expect(show(availableRanges(sundays, '2027-03-21', '2027-04-04'))).toEqual(['2027-03-21T08:00/11:00', '2027-03-28T07:00/10:00', '2027-04-04T07:00/10:00']);
    expect(show(availableRanges(sundays, '2027-10-24', '2027-11-07'))).toEqual(['2027-10-24T07:00/10:00', '2027-10-31T08:00/11:00', '2027-11-07T08:00/11:00']);
  });

  it('hours that the clocks skip are lost, hours that they repeat count twice', () => {
    const night = plan([{ weekday: 7, opens: '01:00', closes: '04:00' }]);
    const hours = (date: string) => availableRanges(night, date, date).reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 3_600_000, 0);
    expect([hours('2027-03-28'), hours('2027-10-31'), hours('2027-06-06')]).toEqual([2, 4, 3]);
  });

  it('an exception takes the place of that day’s hours: other ones, several, or none', () => {
    const weekly = [{ weekday: 1, opens: '09:00', closes: '17:00' }];
    const on = (exceptions: AvailabilityPlan['exceptions']) => show(availableRanges(plan(weekly, exceptions), '2026-11-23', '2026-11-24'));
    expect(on([])).toEqual(['2026-11-23T08:00/16:00']);
    expect(on([{ date: '2026-11-23', opens: null, closes: null }])).toEqual([]);
    expect(on([{ date: '2026-11-23', opens: '10:00', closes: '11:00' }, { date: '2026-11-23', opens: '13:00', closes: '24:00' }])).toEqual(['2026-11-23T09:00/10:00', '2026-11-23T12:00/23:00']);
  });

  it('weekly hours hold from their first to their last day, both included', () => {
    const term = plan([{ weekday: 1, opens: '09:00', closes: '10:00', fromDate: '2026-11-23', untilDate: '2026-11-30' }]);
    expect(availableRanges(term, '2026-11-16', '2026-12-14')).toHaveLength(2);
  });

  const range = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 60 })).map(([from, length]) => ({ from: new Date(from * 60_000), to: new Date((from + length) * 60_000) }));
  const minutes = (ranges: readonly { from: Date; to: Date }[]) => new Set(ranges.flatMap(({ from, to }) => Array.from({ length: (to.getTime() - from.getTime()) / 60_000 }, (_, index) => from.getTime() / 60_000 + index)));

  it('joining keeps every minute, in order, without overlaps or seams', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const joined = join(ranges);
        expect(minutes(joined)).toEqual(new Set([...minutes(ranges)].sort((a, b) => a - b)));
        return joined.every((each, index) => index === 0 || (joined[index - 1]?.to ?? each.from) < each.from);
      }),
    );
  });

  it('cutting out takes exactly the minutes that are cut', () => {
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (ranges, cut) => {
        const gone = minutes(cut);
        expect(minutes(subtract(join(ranges), cut))).toEqual(new Set([...minutes(join(ranges))].filter((minute) => !gone.has(minute))));
      }),
    );
  });

  it('a minute is offered exactly when its wall clock is inside the hours of its day, over a year with both changes', () => {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '09:00', closes: '17:30' }));
    const offered = availableRanges(plan(weekly), '2027-01-01', '2027-12-31');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 364 * 1_440 }), (minute) => {
        const instant = new Date(resolveWallTime({ date: '2027-01-01', time: '00:00', zone: brussels }).instant.getTime() + minute * 60_000);
        const { time } = wallTimeAt(instant, brussels);
        const inside = offered.some(({ from, to }) => from <= instant && instant < to);
        return inside === (time >= '09:00' && time < '17:30');
      }),
      { numRuns: 500 },
    );
    expect(offered).toHaveLength(365);
    expect(offered.at(-1)?.from).toEqual(resolveWallTime({ date: addDays('2027-12-30', 1), time: '09:00', zone: brussels }).instant);
  });
});
