import fc from 'fast-check';
import { compile } from '../../compile/compile.js';
import { type Model } from '../../model/model.js';
import { anyModel } from '../../testing/any-model.js';
import { Places } from '../places.js';
import { Random } from '../random.js';
import { State } from '../state.js';
import { Cell, type Aim } from './cell.js';

/** The same people, days and series, with one room for each activity: places are cells. */
const inCells = (model: Model): Model => ({
  grid: model.grid,
  activities: model.activities.map(({ id, people, closed, startCost }) => ({ id, people, closed, startCost, needs: [{ kind: 'room', seats: 'soft' }] })),
  resources: [12, 20, 40].map((capacity, r) => ({ id: `room ${r}`, kind: 'room', capacity, closed: r === 0 ? [1, 5] : [] })),
  attendees: model.attendees.map((one) => ({ ...one, buffer: undefined, maxPerDay: undefined })),
  series: model.series.map(({ id, activities, minDays }) => ({ id, activities, minDays, sameResource: { kind: 'room', cost: 3 } })),
  relations: [],
  wishes: { agendas: model.wishes.agendas, seatOverflow: 1 },
});

/** A plan with its cell move; two of one seed draw the same cells. */
function table(model: Model, seed: number, aim: Aim) {
  const state = new State(compile(model));
  const random = new Random(seed);
  return { state, cell: new Cell(aim, state, new Places(state, random), random) };
}

describe('moves to a cell', () => {
  it('are refused beforehand where they would be refused afterwards, and nowhere else', () => {
    let refused = 0;
    let taken = 0;
    const same = (any: Model, seed: number, ceiling: number, aim: Aim): void => {
      const model = inCells(any);
      const [one, two] = [table(model, seed, aim), table(model, seed, aim)];
      expect(one.state.isForeseeable).toBe(true);
      two.state.ceiling = ceiling;
      for (let move = 0; move < 80; move++) {
        const afterwards = one.cell.propose() && one.state.delta <= ceiling;
        const beforehand = two.cell.propose() && two.state.delta <= ceiling;
        expect(beforehand).toBe(afterwards);
        if (afterwards) expect(two.state.tally).toEqual(one.state.tally);
        else if (one.state.size > two.state.size) refused++;
        for (const { state } of [one, two]) {
          if (afterwards) state.commit();
          else state.rollback();
        }
        if (afterwards) taken++;
      }
      expect(two.state.plan()).toEqual(one.state.plan());
    };
    fc.assert(fc.property(anyModel(false), fc.integer(), fc.constantFrom(0, 3, 1_000), fc.constantFrom<Aim>('cell', 'slot', 'resource', 'free'), same), { numRuns: 300, seed: 7 });
    expect(refused).toBeGreaterThan(100);
    expect(taken).toBeGreaterThan(100);
  });
});
