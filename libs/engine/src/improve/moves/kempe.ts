import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/** Longest chain that is ever tried. */
const LONGEST = 40;
/** Chains of a length are worth their while when this part of their steps is taken; one proposal in some looks beyond. */
const WORTH = 0.002;
const BEYOND = 31;
/** Proposals between two looks at what was taken, and what a look leaves of the counts. */
const LOOK = 4096;
const MEMORY = 0.5;

/** A Kempe chain: all that would clash between two slots change sides, so that no new clash arises. For activities of one slot. */
export class Kempe implements Move {
  readonly name = 'kempe';
  private readonly chain: Int32Array;
  private readonly goal: Int32Array;
  private readonly mark: Int32Array;
  private round = 0;
  private length = 0;
  /** Longest chain that is tried at present: who gets longer is dropped early. */
  private longest = LONGEST;
  private most = LONGEST;
  private readonly tried = new Float64Array(LONGEST + 1);
  private readonly won = new Float64Array(LONGEST + 1);
  /** Without rooms long chains cost far more than they win; with rooms the few that are taken are what crosses from plan to plan. */
  private readonly learns: boolean;
  private proposals = 0;

  constructor(
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {
    this.chain = new Int32Array(LONGEST + 1);
    this.goal = new Int32Array(LONGEST + 1);
    this.mark = new Int32Array(state.compiled.activities);
    this.learns = state.compiled.features.noNeeds;
  }

  propose(): boolean {
    const { compiled, start } = this.state;
    const a = this.random.below(compiled.activities);
    const slot = this.places.anyStart(a);
    if (slot < 0 || start[a]! < 0 || slot === start[a]) return false;
    this.most = (++this.proposals & BEYOND) === 0 ? LONGEST : this.longest;
    if ((this.proposals & (LOOK - 1)) === 0) this.look();
    if (!this.collect(a, slot)) return false;
    this.tried[this.length]!++;
    return this.flip(start[a]!, slot);
  }

  taken(): void {
    this.won[this.length]!++;
  }

  /** How long chains may be follows from what was taken lately. */
  private look(): void {
    if (!this.learns) return;
    this.longest = 1;
    for (let length = 1; length <= LONGEST; length++) {
      if (this.won[length]! >= 1 && this.won[length]! > WORTH * length * this.tried[length]!) this.longest = length;
      this.tried[length]! *= MEMORY;
      this.won[length]! *= MEMORY;
    }
  }

  private collect(first: number, slot: number): boolean {
    const { start } = this.state;
    const sum = start[first]! + slot;
    this.round++;
    this.length = 0;
    this.add(first);
    for (let i = 0; i < this.length; i++) {
      const a = this.chain[i]!;
      const to = sum - start[a]!;
      if (!this.places.allows(a, to) || !this.addNeighbours(a, to) || !this.addGroup(a)) return false;
    }
    return true;
  }

  private add(a: number): void {
    this.mark[a] = this.round;
    this.chain[this.length++] = a;
  }

  /** Those who are in the way where the activity goes. */
  private addNeighbours(a: number, to: number): boolean {
    const { clashes } = this.state;
    let missing = clashes.at(a, to);
    if (missing >= this.most) return false;
    for (let b = clashes.first[to]!; missing > 0; b = clashes.next[b]!) {
      if (!clashes.linked(a, b)) continue;
      missing--;
      if (this.mark[b] === this.round) continue;
      if (this.length >= this.most) return false;
      this.add(b);
    }
    return true;
  }

  private addGroup(a: number): boolean {
    const { groupOf, together } = this.state.compiled;
    const group = groupOf[a]!;
    if (group < 0) return true;
    for (let i = together.from[group]!; i < together.from[group + 1]!; i++) {
      const b = together.items[i]!;
      if (this.mark[b] === this.round) continue;
      if (this.length >= this.most || this.state.start[b] !== this.state.start[a]) return false;
      this.add(b);
    }
    return true;
  }

  /** All leave before anybody enters, so that each finds what the others gave up. */
  private flip(one: number, two: number): boolean {
    const { start } = this.state;
    const limit = this.state.limit;
    this.state.limit = Infinity;
    // Where nothing clashes, a whole chain cannot bring a clash.
    this.state.skipClashes = this.state.hard === 0;
    for (let i = 0; i < this.length; i++) this.goal[i] = one + two - start[this.chain[i]!]!;
    if (!this.state.compiled.features.noNeeds) for (let i = 0; i < this.length; i++) this.state.step(this.chain[i]!, -1);
    let possible = true;
    for (let i = 0; i < this.length && possible; i++) possible = this.places.enter(this.chain[i]!, this.goal[i]!);
    this.state.limit = limit;
    this.state.skipClashes = false;
    return possible;
  }
}
