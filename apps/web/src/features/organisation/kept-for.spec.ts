import { countIn, daysOf, unitOf, units } from './kept-for';

describe('how long something is kept', () => {
  it('is said in the largest unit of which it is a whole number', () => {
    expect([1825, 365, 3650, 730, 548, 30, 91, 400, 45].map((days) => [countIn(unitOf(days), days), unitOf(days)])).toEqual([
      ...[[5, 'years'], [1, 'years'], [10, 'years'], [2, 'years'], [18, 'months'], [1, 'months'], [3, 'months'], [400, 'days'], [45, 'days']],
    ]);
  });

  it('comes back as it was entered, in every unit, for all that can be chosen', () => {
    for (const unit of units) for (let count = 1; daysOf(count, unit) <= 3_650; count++) expect(countIn(unit, daysOf(count, unit))).toBe(count);
  });

  it('is not rounded to a unit of which it is no whole number', () => {
    expect([countIn('years', 1_826), countIn('months', 400), countIn('days', 400)]).toEqual([undefined, undefined, 400]);
    for (let days = 1; days <= 3_650; days++) expect(daysOf(countIn(unitOf(days), days) ?? 0, unitOf(days))).toBe(days);
  });
});
