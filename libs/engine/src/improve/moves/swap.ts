import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/** Two activities exchange their starts; each looks for resources where it comes. */
export class Swap implements Move {
  readonly name = 'swap';

  constructor(
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {}

  propose(): boolean {
    const { compiled, start } = this.state;
    const a = this.random.below(compiled.activities);
    const b = this.random.below(compiled.activities);
    const [from, to] = [start[a]!, start[b]!];
    if (from === to || compiled.groupOf[a]! >= 0 || compiled.groupOf[b]! >= 0) return false;
    if (!this.places.allows(a, to) || !this.places.allows(b, from)) return false;
    return this.state.compiled.features.freeRooms ? this.throughTheDoor(a, b) : this.direct(a, b);
  }

  private direct(a: number, b: number): boolean {
    const [from, to] = [this.state.start[a]!, this.state.start[b]!];
    const limit = this.state.limit;
    // The first half may look bad only because the second is still in the way.
    this.state.limit = this.state.clashes.linked(a, b) ? Infinity : limit + this.state.weight;
    this.takeResources(a, to, b);
    const began = this.state.step(a, to);
    this.state.limit = limit;
    if (!began) return false;
    this.places.choose(b, from);
    return this.state.step(b, from);
  }

  /** The other leaves before this one enters, and then takes what became free. */
  private throughTheDoor(a: number, b: number): boolean {
    const [from, to] = [this.state.start[a]!, this.state.start[b]!];
    if (from < 0 || to < 0) return false;
    const limit = this.state.limit;
    this.state.limit = Infinity;
    this.state.step(b, -1);
    const possible = this.places.enter(a, to);
    this.state.limit = limit;
    return possible && this.places.enter(b, from);
  }

  private takeResources(a: number, slot: number, b: number): void {
    const { needFrom, useCost, resources } = this.state.compiled;
    this.places.choose(a, slot);
    if ((this.random.bits() & 1) === 0) return;
    const many = Math.min(needFrom[a + 1]! - needFrom[a]!, needFrom[b + 1]! - needFrom[b]!);
    for (let k = 0; k < many; k++) {
      const [d, r] = [needFrom[a]! + k, this.state.choice[needFrom[b]! + k]!];
      if (r >= 0 && useCost[d * resources + r]! >= 0) this.state.next[d] = r;
    }
  }
}
