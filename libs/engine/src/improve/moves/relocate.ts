import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/** Another start for one activity, together with those that are bound to its slot. */
export class Relocate implements Move {
  readonly name = 'shift';

  constructor(
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {}

  propose(): boolean {
    const { compiled, start } = this.state;
    const a = this.random.below(compiled.activities);
    const slot = this.places.anyStart(a);
    if (slot < 0 || slot === start[a]) return false;
    const group = compiled.groupOf[a]!;
    return group < 0 ? this.places.enter(a, slot) : this.moveGroup(group, slot);
  }

  private moveGroup(group: number, slot: number): boolean {
    const { together } = this.state.compiled;
    const limit = this.state.limit;
    this.state.limit = Infinity;
    let possible = true;
    for (let i = together.from[group]!; i < together.from[group + 1]! && possible; i++) {
      const a = together.items[i]!;
      possible = this.places.allows(a, slot) && this.places.enter(a, slot);
    }
    this.state.limit = limit;
    return possible;
  }
}
