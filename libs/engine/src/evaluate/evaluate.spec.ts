import fc from 'fast-check';
import { compile } from '../compile/compile.js';
import { Random } from '../improve/random.js';
import { State } from '../improve/state.js';
import { type Model } from '../model/model.js';
import { anyModel } from '../testing/any-model.js';
import { evaluate } from './evaluate.js';

/** Puts an activity anywhere it may be, or nowhere; false when it has no place at all. */
function moveAnywhere(state: State, random: Random): boolean {
  const c = state.compiled;
  const a = random.below(c.activities);
  const many = c.domain.from[a + 1]! - c.domain.from[a]!;
  for (let d = c.needFrom[a]!; d < c.needFrom[a + 1]!; d++) {
    const choices = c.candidates.from[d + 1]! - c.candidates.from[d]!;
    if (choices === 0) return false;
    state.next[d] = c.candidates.items[c.candidates.from[d]! + random.below(choices)]!;
  }
  if (many === 0) return false;
  const slot = random.below(8) === 0 ? -1 : random.below(4) === 0 ? state.start[a]! : c.domain.items[c.domain.from[a]! + random.below(many)]!;
  return state.step(a, slot);
}

function agrees(model: Model, seed: number): void {
  const state = new State(compile(model));
  const random = new Random(seed);
  for (let move = 0; move < 40; move++) {
    const before = { hard: state.hard, soft: state.soft, unplaced: state.unplaced };
    for (let k = random.below(4); k >= 0; k--) moveAnywhere(state, random);
    if (random.below(3) > 0) state.commit();
    else {
      state.rollback();
      expect({ hard: state.hard, soft: state.soft, unplaced: state.unplaced }).toEqual(before);
    }
  }
  const judged = evaluate(model, state.plan());
  expect({ hard: judged.hard, soft: judged.cost, unplaced: judged.unplaced }).toEqual({ hard: state.hard, soft: state.soft, unplaced: state.unplaced });
}

describe('the incremental evaluation and the independent one', () => {
  it('agree after random moves on activities of one slot, every part of the model present', () => {
    fc.assert(fc.property(anyModel(false), fc.integer(), agrees), { numRuns: 300 });
  });

  it('agree after random moves on longer activities', () => {
    fc.assert(fc.property(anyModel(true), fc.integer(), agrees), { numRuns: 300 });
  });
});
