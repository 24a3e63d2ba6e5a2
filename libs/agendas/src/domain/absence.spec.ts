import { duringOf, faultsOfHalfDays } from './absence.js';

const morning = { firstDay: '2026-11-23', firstHalf: 'morning', lastDay: '2026-11-23', lastHalf: 'morning' } as const;

describe('half-days of an absence', () => {
  it('a morning ends at 12:30 and a day at midnight, on the wall of the centre', () => {
    expect(duringOf(morning, 'Europe/Brussels')).toEqual({ from: new Date('2026-11-22T23:00:00Z'), to: new Date('2026-11-23T11:30:00Z') });
    expect(duringOf({ ...morning, firstHalf: 'afternoon', lastHalf: 'afternoon' }, 'Europe/Brussels')).toEqual({ from: new Date('2026-11-23T11:30:00Z'), to: new Date('2026-11-23T23:00:00Z') });
  });

  it('a day on which the clocks change has 23 hours', () => {
    const { from, to } = duringOf({ firstDay: '2027-03-28', firstHalf: 'morning', lastDay: '2027-03-28', lastHalf: 'afternoon' }, 'Europe/Brussels');
    expect((to.getTime() - from.getTime()) / 3_600_000).toBe(23);
  });

  it('runs forward and for three months at most', () => {
    expect(faultsOfHalfDays(morning)).toEqual([]);
    expect(faultsOfHalfDays({ ...morning, firstHalf: 'afternoon' })).toMatchObject([{ field: 'lastDay', reason: 'range.reversed' }]);
    expect(faultsOfHalfDays({ ...morning, lastDay: '2026-11-22' })).toMatchObject([{ reason: 'range.reversed' }]);
    expect(faultsOfHalfDays({ ...morning, lastDay: '2027-03-01' })).toMatchObject([{ reason: 'range.too-many-days' }]);
  });
});
