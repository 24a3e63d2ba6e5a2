import { type Random } from '../improve/random.js';
import { type Places } from '../improve/places.js';
import { type State } from '../improve/state.js';

/** Unplaced activities compared before the hardest is placed. */
const CONTEST = 400;

/**
 * Builds a plan by placing the hardest activity first (fewest free starts left) where it disturbs least, taking out whoever is in the way.
 * Starts from which an activity was taken out often become dear: conflict statistics in the sense of Müller's iterative forward search (2005).
 */
export class Construct {
  readonly waiting: number[] = [];
  private readonly regret: Int32Array;

  constructor(
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {
    this.regret = new Int32Array(state.compiled.activities * state.compiled.slots);
    this.collect();
  }

  /** Looks again who has no place. */
  collect(): void {
    this.waiting.length = 0;
    const { domain, activities } = this.state.compiled;
    for (let a = 0; a < activities; a++) if (this.state.start[a]! < 0 && domain.from[a] !== domain.from[a + 1]) this.waiting.push(a);
  }

  /** Places so many activities at most; true when all that can be placed is placed. */
  run(rounds: number): boolean {
    this.state.limit = Infinity;
    for (let i = 0; i < rounds && this.waiting.length > 0; i++) this.insert(this.takeHardest());
    return this.waiting.length === 0;
  }

  private takeHardest(): number {
    const [first, looks] = [this.random.below(this.waiting.length), Math.min(CONTEST, this.waiting.length)];
    let best = first;
    let least = this.room(this.waiting[best]!);
    for (let i = 1; i < looks; i++) {
      const at = (first + i) % this.waiting.length;
      const room = this.room(this.waiting[at]!);
      if (room >= least) continue;
      [best, least] = [at, room];
    }
    const a = this.waiting[best]!;
    this.waiting[best] = this.waiting.at(-1)!;
    this.waiting.pop();
    return a;
  }

  /** Free starts left, fewer for those who meet many. */
  private room(a: number): number {
    const { domain, graph } = this.state.compiled;
    let free = 0;
    for (let i = domain.from[a]!; i < domain.from[a + 1]!; i++) if (this.state.clashes.at(a, domain.items[i]!) === 0) free++;
    return free - (graph.from[a + 1]! - graph.from[a]!) / this.state.compiled.activities;
  }

  private insert(a: number): void {
    const { domain, slots, relationsOf } = this.state.compiled;
    const many = domain.from[a + 1]! - domain.from[a]!;
    const turn = this.random.below(many);
    let [best, least] = [-1, Infinity];
    for (let i = 0; i < many; i++) {
      const slot = domain.items[domain.from[a]! + ((i + turn) % many)]!;
      let score = this.state.clashes.at(a, slot) * 4 + this.regret[a * slots + slot]!;
      if (score >= least) continue;
      for (let k = relationsOf.from[a]!; k < relationsOf.from[a + 1]!; k++) score += this.hardBroken(relationsOf.items[k]!, a, slot) * 4;
      if (score < least) score += this.places.chooseBest(a, slot) * 4;
      if (score < least) [best, least] = [slot, score];
    }
    this.put(a, best);
  }

  private hardBroken(r: number, a: number, slot: number): number {
    return this.state.compiled.relations.cost[r]! < 0 ? this.state.fixed.broken(r, a, slot) : 0;
  }

  private put(a: number, slot: number): void {
    const hard = this.state.hard;
    this.places.chooseBest(a, slot);
    this.state.step(a, slot);
    this.state.commit();
    if (this.state.hard <= hard) return;
    this.ejectNeighbours(a, slot);
    this.ejectPartners(a, slot);
    if (this.state.hard > hard && this.state.start[a]! >= 0) this.ejectUsers(a, slot, hard);
  }

  private ejectNeighbours(a: number, slot: number): void {
    const { graph } = this.state.compiled;
    for (let e = graph.from[a]!; e < graph.from[a + 1]! && this.state.clashes.at(a, slot) > 0; e++) {
      const b = graph.to[e]!;
      if (graph.gap[e]! >= 0 && this.state.start[b]! >= 0 && this.state.clashes.overlap(a, slot, b, this.state.start[b]!) > 0) this.eject(b);
    }
  }

  private ejectPartners(a: number, slot: number): void {
    const { relationsOf, relations } = this.state.compiled;
    for (let i = relationsOf.from[a]!; i < relationsOf.from[a + 1]!; i++) {
      const r = relationsOf.items[i]!;
      if (this.state.start[a]! < 0 || this.hardBroken(r, a, slot) === 0) continue;
      const partner = relations.a[r] === a ? relations.b[r]! : relations.a[r]!;
      // Who can be nowhere else stays: two that exclude each other would take turns for ever.
      this.eject(this.isPinned(partner) ? a : partner);
    }
  }

  private isPinned(a: number): boolean {
    return this.state.compiled.domain.from[a + 1]! - this.state.compiled.domain.from[a]! === 1;
  }

  private ejectUsers(a: number, slot: number, hard: number): void {
    const { needFrom, needOwner } = this.state.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) {
      let other = this.state.occupancy.head[this.state.occupancy.cell(this.state.choice[d]!, slot)]!;
      while (other >= 0 && this.state.hard > hard) {
        const after = this.state.occupancy.next[other]!;
        if (needOwner[other] !== a) this.eject(needOwner[other]!);
        other = after;
      }
    }
    // What is left is a limit of the activity itself (a load, a closure): it waits.
    if (this.state.hard > hard) this.eject(a);
  }

  private eject(a: number): void {
    this.regret[a * this.state.compiled.slots + this.state.start[a]!]!++;
    this.state.step(a, -1);
    this.state.commit();
    this.waiting.push(a);
  }
}
