import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/** One activity goes to a cell of the slot × resource table; whoever is there takes the place that it leaves. */
export class Cell implements Move {
  private readonly foreseeable: boolean;

  constructor(
    readonly name: string,
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {
    this.foreseeable = state.isForeseeable;
  }

  propose(): boolean {
    const { compiled, start } = this.state;
    const a = this.random.below(compiled.activities);
    const slot = this.name === 'room' ? start[a]! : this.places.anyStart(a);
    if (slot < 0) return false;
    const r = this.places.anyResource(compiled.needFrom[a]!);
    return !this.tooDear(a, slot, r) && this.put(a, slot, r);
  }

  /** Foreseen without making the steps, which most moves would have to take back. False also where only the steps can tell. */
  private tooDear(a: number, slot: number, r: number): boolean {
    const { state } = this;
    const { compiled, occupancy } = state;
    const from = state.start[a]!;
    if (!this.foreseeable || from < 0) return false;
    const own = state.choice[compiled.needFrom[a]!]!;
    if (occupancy.count[own * compiled.slots + from] !== 1 || occupancy.count[r * compiled.slots + slot]! > 1) return false;
    const other = occupancy.head[r * compiled.slots + slot]!;
    if (other >= 0 && !this.foreseeOther(a, compiled.needOwner[other]!, from, own)) return false;
    state.foresee(a, slot, r);
    const isDear = state.delta > state.ceiling;
    state.tally.reset();
    return isDear;
  }

  /** What the one who is there changes by going where a comes from; false where the two do not change apart from each other. */
  private foreseeOther(a: number, b: number, from: number, own: number): boolean {
    if (b === a || this.state.clashes.linked(a, b) || this.state.series.shared(a, b) || !this.accepts(b, from, own)) return false;
    this.state.foresee(b, from, own);
    return true;
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
