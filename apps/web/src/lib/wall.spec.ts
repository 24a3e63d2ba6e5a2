import { piecesOf, wallTimeAt } from './wall';

const days = ['2026-11-23', '2026-11-24', '2026-11-25'];

it('shows the wall clock of the place, not that of the reader', () => {
  expect(wallTimeAt('2026-11-23T08:00:00Z', 'Europe/Brussels')).toEqual({ day: '2026-11-23', minutes: 9 * 60 });
  expect(wallTimeAt('2026-11-23T23:30:00Z', 'Europe/Brussels')).toEqual({ day: '2026-11-24', minutes: 30 });
});

it('keeps 18:00 at 18:00 in the week in which the clocks change', () => {
  expect(wallTimeAt('2027-03-26T17:00:00Z', 'Europe/Brussels').minutes).toBe(18 * 60);
  expect(wallTimeAt('2027-03-29T16:00:00Z', 'Europe/Brussels').minutes).toBe(18 * 60);
});

it('cuts what lasts longer than a day at its midnights, and leaves out days that are not shown', () => {
  const leave = { from: '2026-11-20T23:00:00Z', to: '2026-11-24T11:00:00Z', zone: 'Europe/Brussels' };
  expect(piecesOf(leave, days)).toEqual([
    { day: '2026-11-23', from: 0, until: 1440 },
    { day: '2026-11-24', from: 0, until: 720 },
  ]);
});

it('gives a stretch that ends at midnight no piece of the next day', () => {
  expect(piecesOf({ from: '2026-11-22T23:00:00Z', to: '2026-11-23T23:00:00Z', zone: 'Europe/Brussels' }, days)).toEqual([{ day: '2026-11-23', from: 0, until: 1440 }]);
});
