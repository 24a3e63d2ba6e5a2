import { type Compiled } from '../../compile/compiled.js';
import { type Tally } from '../tally.js';

/** Costs that follow from starts alone and need no books: distance between activities, relations. */
export class Fixed {
  private readonly hasProximity: boolean;

  constructor(
    private readonly compiled: Compiled,
    private readonly start: Int32Array,
    private readonly tally: Tally,
  ) {
    this.hasProximity = compiled.proximity.length > 0;
  }

  /** Tallies a change of start before it is written; both may be -1. */
  shift(a: number, from: number, to: number): void {
    if (this.hasProximity) this.shiftProximity(a, from, to);
    if (this.compiled.relationsOf.from[a] !== this.compiled.relationsOf.from[a + 1]) this.shiftRelations(a, from, to);
  }

  private shiftProximity(a: number, from: number, to: number): void {
    const { graph, proximity, slots } = this.compiled;
    const { to: neighbour, weight } = graph;
    const { start } = this;
    const end = graph.from[a + 1]!;
    const [before, after] = [from * slots, to * slots];
    let sum = 0;
    for (let e = graph.from[a]!; e < end; e++) {
      const slot = start[neighbour[e]!]!;
      if (slot < 0) continue;
      const then = to >= 0 ? proximity[after + slot]! : 0;
      const now = from >= 0 ? proximity[before + slot]! : 0;
      if (then !== now) sum += weight[e]! * (then - now);
    }
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
