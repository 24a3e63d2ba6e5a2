import { plantedWeek } from '../generate/planted.js';
import { solve, solveToEnd } from './solve.js';

const { model } = plantedWeek(4, 5);

describe('searching', () => {
  it('repeats itself for equal seeds, with one lane and with two', async () => {
    for (const workers of [1, 2]) {
      const options = { seed: 9, workers, iterations: 400_000, threads: false };
      expect((await solveToEnd(model, options)).plan).toEqual((await solveToEnd(model, options)).plan);
    }
  });

  it('replays a run by the clock from its trace', async () => {
    let time = 0;
    const first = await solveToEnd(model, { seed: 2, workers: 2, seconds: 1, now: () => (time += 70), threads: false });
    const again = await solveToEnd(model, { seed: 2, workers: 2, trace: first.trace, threads: false });
    expect(again.plan).toEqual(first.plan);
    expect(again.iterations).toBe(first.iterations);
  });

  it('yields better and better plans, and stops with the best when told to', async () => {
    const stop = new AbortController();
    const costs: number[] = [];
    const search = solve(model, { seed: 1, workers: 1, iterations: 100_000_000, threads: false, signal: stop.signal });
    for (;;) {
      const next = await search.next();
      if (next.done) {
        expect(next.value).toMatchObject({ aborted: true, evaluation: { feasible: true } });
        break;
      }
      costs.push(next.value.faults * 1e6 + next.value.cost);
      stop.abort();
    }
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
  });

  it('finds the planted plan of a small week', async () => {
    const { evaluation } = await solveToEnd(model, { seed: 1, workers: 1, iterations: 3_000_000, threads: false });
    expect(evaluation).toMatchObject({ feasible: true, cost: 0 });
  });
});
