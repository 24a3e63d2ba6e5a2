import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/** All activities of two slots change sides, with their resources: the shape of a plan moves while nothing inside it clashes. */
export class ExchangeSlots implements Move {
  readonly name = 'slots';

  constructor(
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {}

  propose(): boolean {
    const { compiled, start } = this.state;
    const one = this.random.below(compiled.slots);
    const two = this.random.below(compiled.slots);
    if (one === two) return false;
    const limit = this.state.limit;
    this.state.limit = Infinity;
    let possible = true;
    for (let a = 0; a < compiled.activities && possible; a++) {
      const from = start[a]!;
      if (from === one) possible = this.go(a, two);
      else if (from === two) possible = this.go(a, one);
    }
    this.state.limit = limit;
    return possible && this.state.size > 0;
  }

  private go(a: number, slot: number): boolean {
    if (!this.places.allows(a, slot)) return false;
    this.state.keep(a);
    return this.state.step(a, slot);
  }
}
