import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/** One activity goes to a cell of the slot × resource table; whoever is there takes the place that it leaves. */
export class Cell implements Move {
  constructor(
    readonly name: string,
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {}

  propose(): boolean {
    const { compiled, start } = this.state;
    const a = this.random.below(compiled.activities);
    const slot = this.name === 'room' ? start[a]! : this.places.anyStart(a);
    if (slot < 0) return false;
    return this.put(a, slot, this.places.anyResource(compiled.needFrom[a]!));
  }

  /** Puts an activity into a cell, exchanging places with the one that is there. */
  put(a: number, slot: number, r: number): boolean {
    const { compiled, start, choice, occupancy } = this.state;
    const d = compiled.needFrom[a]!;
    const [from, own] = [start[a]!, choice[d]!];
    if (from === slot && own === r) return false;
    const other = occupancy.head[r * compiled.slots + slot]!;
    this.state.next[d] = r;
    if (other < 0) return this.state.step(a, slot);
    const b = compiled.needOwner[other]!;
    if (from < 0 || !this.accepts(b, from, own)) return false;
    const limit = this.state.limit;
    if (this.state.clashes.linked(a, b)) this.state.limit = Infinity;
    const began = this.state.step(a, slot);
    this.state.limit = limit;
    if (!began) return false;
    this.state.next[other] = own;
    return this.state.step(b, from);
  }

  private accepts(b: number, slot: number, r: number): boolean {
    const { needFrom, useCost, resources } = this.state.compiled;
    return this.places.allows(b, slot) && useCost[needFrom[b]! * resources + r]! >= 0;
  }
}
