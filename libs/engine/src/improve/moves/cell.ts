import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/**
 * Which cell: whichever of the table; another slot and the resource it has; another resource in its slot; or another slot and what suits best
 * of the resources that are free there. Most cells of the table ask for another room at once, which seldom pays.
 */
export type Aim = 'cell' | 'slot' | 'resource' | 'free';

/** One activity goes to a cell of the slot × resource table; whoever is there takes the place that it leaves. */
export class Cell implements Move {
  private readonly foreseeable: boolean;

  constructor(
    readonly name: Aim,
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {
    this.foreseeable = state.isForeseeable;
  }

  propose(): boolean {
    const { compiled, start, choice } = this.state;
    const a = this.random.below(compiled.activities);
    const d = compiled.needFrom[a]!;
    const slot = this.name === 'resource' ? start[a]! : this.places.anyStart(a);
    if (slot < 0) return false;
    const r = this.name === 'slot' ? choice[d]! : this.name === 'free' ? this.freeResource(a, slot) : this.places.anyResource(d);
    return r >= 0 && !this.tooDear(a, slot, r) && this.put(a, slot, r);
  }

  /** What it has where that is free in the slot, else the best of the free ones; -1 where none is, or people of the activity are busy. */
  private freeResource(a: number, slot: number): number {
    const { compiled, choice, next, hard, clashes, occupancy } = this.state;
    if (hard === 0 && clashes.at(a, slot) > 0) return -1;
    const d = compiled.needFrom[a]!;
    const own = choice[d]!;
    if (own >= 0 && occupancy.obstacles(d, slot, own) === 0) return own;
    return this.places.chooseBest(a, slot) === 0 ? next[d]! : -1;
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
    if (other < 0) state.foresee(a, slot, r);
    else if (!this.foreseeExchange(a, compiled.needOwner[other]!)) return false;
    const isDear = state.delta > state.ceiling;
    state.tally.reset();
    return isDear;
  }

  /** Two change places: what both take part in stays as it is. */
  private foreseeExchange(a: number, b: number): boolean {
    const { state } = this;
    const { needFrom } = state.compiled;
    const [from, to] = [state.start[a]!, state.start[b]!];
    const [own, r] = [state.choice[needFrom[a]!]!, state.choice[needFrom[b]!]!];
    if (b === a || !this.accepts(b, from, own)) return false;
    const linked = from !== to && state.clashes.linked(a, b);
    // Each counts the other where that one still is.
    if (linked) state.tally.hard -= 2;
    state.foresee(a, to, r, b);
    state.foresee(b, from, own, a);
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
