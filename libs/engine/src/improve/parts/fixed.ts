import { type Compiled } from '../../compile/compiled.js';
import { type Tally } from '../tally.js';

/** Costs that follow from starts alone and need no books: distance between activities, relations. */
export class Fixed {
  private readonly hasProximity: boolean;
  /** Neighbours that want distance: activity and people, alternating. */
  private readonly pairs: Int32Array;
  private readonly pairFrom: Int32Array;
  /** What going from one slot to another costs towards a third, by (from + 1, to + 1, third + 1), so that -1 (no place) is a slot too. */
  private readonly change: Int32Array;
  private readonly side: number;

  constructor(
    private readonly compiled: Compiled,
    private readonly start: Int32Array,
    private readonly tally: Tally,
  ) {
    this.hasProximity = compiled.proximity.length > 0;
    this.side = compiled.slots + 1;
    this.pairFrom = new Int32Array(compiled.activities + 1);
    this.pairs = this.hasProximity ? this.pack() : new Int32Array(0);
    this.change = this.hasProximity ? this.changes() : new Int32Array(0);
  }

  private pack(): Int32Array {
    const { from, to, weight } = this.compiled.graph;
    const pairs: number[] = [];
    for (let a = 0; a < this.compiled.activities; a++) {
      for (let e = from[a]!; e < from[a + 1]!; e++) if (weight[e]! > 0) pairs.push(to[e]!, weight[e]!);
      this.pairFrom[a + 1] = pairs.length;
    }
    return Int32Array.from(pairs);
  }

  private changes(): Int32Array {
    const { side } = this;
    const { proximity, slots } = this.compiled;
    const cost = (s: number, t: number) => (s === 0 || t === 0 ? 0 : proximity[(s - 1) * slots + t - 1]!);
    const table = new Int32Array(side * side * side);
    for (let from = 0; from < side; from++) {
      for (let to = 0; to < side; to++) {
        for (let third = 0; third < side; third++) table[(from * side + to) * side + third] = cost(to, third) - cost(from, third);
      }
    }
    return table;
  }

  /** Tallies a change of start before it is written; both may be -1. */
  shift(a: number, from: number, to: number): void {
    if (this.hasProximity) this.shiftProximity(a, from, to);
    if (this.compiled.relationsOf.from[a] !== this.compiled.relationsOf.from[a + 1]) this.shiftRelations(a, from, to);
  }

  private shiftProximity(a: number, from: number, to: number): void {
    const { start, pairs, change } = this;
    const row = ((from + 1) * this.side + to + 1) * this.side + 1;
    const end = this.pairFrom[a + 1]!;
    let sum = 0;
    for (let i = this.pairFrom[a]!; i < end; i += 2) sum += pairs[i + 1]! * change[row + start[pairs[i]!]!]!;
    this.tally.soft += sum;
  }

  private shiftRelations(a: number, from: number, to: number): void {
    const { relationsOf, relations } = this.compiled;
    for (let i = relationsOf.from[a]!; i < relationsOf.from[a + 1]!; i++) {
      const r = relationsOf.items[i]!;
      const change = this.broken(r, a, to) - this.broken(r, a, from);
      if (change === 0) continue;
      if (relations.cost[r]! < 0) this.tally.hard += change;
      else this.tally.soft += change * relations.cost[r]!;
    }
  }

  /** 1 when the relation would be broken with activity a in the slot and all others where they are. */
  broken(r: number, a: number, slot: number): number {
    const { relations } = this.compiled;
    const [one, two] = [relations.a[r]!, relations.b[r]!];
    const first = one === a ? slot : this.start[one]!;
    const second = two === a ? slot : this.start[two]!;
    return first < 0 || second < 0 || this.holds(r, first, second) ? 0 : 1;
  }

  private holds(r: number, first: number, second: number): boolean {
    const { relations, duration, dayOf } = this.compiled;
    switch (relations.kind[r]) {
      case 0:
        return second >= first + duration[relations.a[r]!]! + relations.lag[r]!;
      case 1:
        return first === second;
      case 2:
        return first !== second;
      case 3:
        return dayOf[first] === dayOf[second];
      default:
        return dayOf[first] !== dayOf[second];
    }
  }
}
