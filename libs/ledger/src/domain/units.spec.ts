import fc from 'fast-check';
import { countUnits, lowestFree, parseUnits, peakOf, reseat } from './units.js';

describe('seats of a shared room', () => {
  it('takes the lowest free numbers, in pieces where it must', () => {
    expect(lowestFree([], 12, 20)).toBe('{[1,13)}');
    expect(lowestFree(['{[3,5)}', '{[8,9)}'], 5, 20)).toBe('{[1,3),[5,8)}');
    expect(lowestFree(['{[1,13)}'], 8, 20)).toBe('{[13,21)}');
    expect(lowestFree(['{[1,13)}', '{[13,21)}'], 1, 20)).toBeUndefined();
    expect(lowestFree(['{[1,31)}'], 1, 20)).toBeUndefined();
  });

  const group = fc.record({ start: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 12 }), seats: fc.integer({ min: 1, max: 8 }) });
  const at = (hour: number) => new Date(hour * 3_600_000);

  it('whatever groups fit by number can be seated, nobody on another one’s seat', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 15 }), (wishes) => {
        const groups = wishes.map(({ start, length, seats }) => ({ from: at(start), to: at(start + length), seats }));
        const asSeated = groups.map(({ from, to, seats }) => ({ from, to, units: `{[1,${seats + 1})}` }));
        const total = Math.max(1, peakOf(asSeated, { from: at(0), to: at(100) }));
        const numbers = reseat(groups, total);
        numbers.forEach((units, index) => expect(countUnits(units)).toBe(groups[index]?.seats));
        for (const [a, one] of groups.entries()) {
          for (const [b, two] of groups.entries()) {
            if (a >= b || one.from >= two.to || two.from >= one.to) continue;
            const taken = new Set(parseUnits(numbers[a] ?? '').flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)));
            expect(parseUnits(numbers[b] ?? '').some(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index).some((seat) => taken.has(seat)))).toBe(false);
          }
        }
      }),
    );
  });
});
