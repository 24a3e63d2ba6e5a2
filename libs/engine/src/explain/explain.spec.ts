import { CAUSES, singleCause } from '../generate/infeasible.js';
import { type Model } from '../model/model.js';
import { solveToEnd } from '../workers/solve.js';
import { explainCosts, explainUnplaced } from './explain.js';
import { conflicts } from './proofs.js';
import { relax } from './relax.js';

const search = (model: Model) => solveToEnd(model, { seed: 1, workers: 1, iterations: 60_000, threads: false });

describe('explaining what found no place', () => {
  it.each(CAUSES)('names the cause "%s" and a relaxation that then works', async (cause) => {
    const { model, activity, expect: kind } = singleCause(5, cause);
    const { plan } = await search(model);
    const found = explainUnplaced(model, plan).find((one) => one.activity === activity)!;
    expect(Object.keys(found.reasons)).toContain(kind);
    const relaxed = found.relaxation!.changes.reduce(relax, model);
    expect((await search(relaxed)).evaluation.unplaced).toBe(0);
  });

  it('proves by counting that four sessions of one person do not fit into three slots, and names no one else', () => {
    const model: Model = {
      grid: { slots: 4, dayOf: [0, 0, 0, 0] },
      activities: [0, 1, 2, 3, 4].map((id) => ({ id: String(id), people: 1, needs: [], closed: id < 4 ? [3] : [] })),
      attendees: [{ id: 'one', activities: [0, 1, 2, 3, 4] }],
      resources: [], series: [], relations: [], wishes: {},
    };
    expect(conflicts(model)).toEqual([{ cause: 'attendee', activities: [0, 1, 2, 3], attendee: 0 }]);
  });

  it('proves by hours that two long sessions and a short one do not fit into the morning of one room', () => {
    const session = (id: string, duration: number) => ({ id, duration, people: 1, needs: [{ kind: 'room' }], window: [0, 4 - duration] as [number, number] });
    const model: Model = {
      grid: { slots: 8, dayOf: new Array<number>(8).fill(0) },
      activities: [session('long', 2), session('longer', 2), session('short', 1), { ...session('late', 1), window: [4, 7] }],
      resources: [{ id: 'only', kind: 'room' }],
      attendees: [], series: [], relations: [], wishes: {},
    };
    expect(conflicts(model)).toEqual([{ cause: 'resources', kind: 'room', activities: [0, 1, 2] }]);
    model.activities[1]!.duration = 1;
    expect(conflicts(model)).toEqual([]);
  });

  it('offers the move that saves most for a cost', () => {
    const model: Model = {
      grid: { slots: 3, dayOf: [0, 0, 0], penalty: [9, 0, 4] },
      activities: [{ id: 'a', people: 1, needs: [] }],
      attendees: [], resources: [], series: [], relations: [], wishes: {},
    };
    expect(explainCosts(model, { start: [0], choice: [] })).toMatchObject([{ line: { kind: 'start', amount: 9 }, cure: { activity: 0, start: 1, saves: 9 } }]);
  });
});
