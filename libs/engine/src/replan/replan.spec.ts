import { evaluate } from '../evaluate/evaluate.js';
import { plantedWeek } from '../generate/planted.js';
import { replan } from './replan.js';

describe('planning again', () => {
  it('moves little when a trainer is away for a day, and keeps what is frozen', async () => {
    const { model, plan } = plantedWeek(2, 6);
    const trainer = model.attendees.findIndex((one) => one.id === 'trainer 2');
    const away = [0, 1, 2, 3];
    const hit = model.attendees[trainer]!.activities.filter((a) => away.includes(plan.start[a]!));
    for (const a of hit) model.activities[a]!.window = [0, model.grid.slots - 1];
    model.attendees[trainer]!.closed = away;
    const frozen = [model.activities.length - 1];
    const ways = await replan(model, { plan, frozen }, { seed: 1, iterations: 150_000 });
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) {
      expect(evaluate(model, way.plan)).toMatchObject({ hard: 0 });
      expect(way.unplaced).toEqual([]);
      expect(way.plan.start[frozen[0]!]).toBe(plan.start[frozen[0]!]);
    }
    expect(Math.min(...ways.map((way) => way.moved.length))).toBeLessThanOrEqual(2 * hit.length + 2);
  });
});
