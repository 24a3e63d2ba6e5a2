import { type Compiled } from '../compile/compiled.js';
import { type Random } from '../improve/random.js';
import { type Places } from '../improve/places.js';
import { RoomChain } from '../improve/room-chain.js';
import { type State } from '../improve/state.js';

/** Unplaced activities compared before one is chosen. */
const CONTEST = 400;
const REPAIRED = 40;
/** An activity that was taken out stays away from its start for so many placements, and this times the activities that wait. */
const TENURE = 10;
const TENURE_SHARE = 0.6;
/** Bans grow by one placement for so many without success, up to a bound, and are short again: circles of every length are left that way. */
const CIRCLES = 100;
const GROWTH = 60;
/** Worth of an activity that fills the largest room that could serve it, beside 1 for being an activity. */
const SEATS = 12;

/**
 * Builds a plan: first the hardest activity (fewest free starts left) goes where nobody is disturbed. Those who find no such place then come in
 * one after the other where they push out fewest, and whoever was pushed out may not return there for a while: a tabu search over partial
 * plans (Blöchliger and Zufferey 2008, for timetables Lewis and Thompson 2015).
 */
export class Construct {
  readonly waiting: number[] = [];
  /** Who found no free place in the first round. */
  private readonly stuck: number[] = [];
  private readonly tabuUntil: Float64Array;
  private readonly chain?: RoomChain;
  /** What it costs to leave an activity out: more for those who need many seats of a shared room, because small ones find others. */
  private readonly worth: Float64Array;
  private placements = 0;
  /** Placements since fewest were left over. */
  private inVain = 0;
  private fewest = Infinity;

  constructor(
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {
    this.tabuUntil = new Float64Array(state.compiled.activities * state.compiled.slots);
    this.worth = worthOf(state.compiled);
    if (state.compiled.features.cells) this.chain = new RoomChain(state);
    this.collect();
  }

  /** Looks again who has no place. */
  collect(): void {
    this.waiting.length = this.stuck.length = 0;
    this.fewest = Infinity;
    const { domain, activities } = this.state.compiled;
    for (let a = 0; a < activities; a++) if (this.state.start[a]! < 0 && domain.from[a] !== domain.from[a + 1]) this.waiting.push(a);
  }

  /** Places so many activities at most; true when all that can be placed is placed. */
  run(rounds: number): boolean {
    this.state.limit = Infinity;
    for (let i = 0; i < rounds && this.missing > 0; i++) {
      if (this.waiting.length > 0) this.settle(this.takeHardest());
      else this.repair();
    }
    return this.missing === 0;
  }

  get missing(): number {
    return this.waiting.length + this.stuck.length;
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
    return takeAt(this.waiting, best);
  }

  /** Free starts left, fewer for those who meet many and for those who need many seats. */
  private room(a: number): number {
    const { domain, graph } = this.state.compiled;
    let free = 0;
    for (let i = domain.from[a]!; i < domain.from[a + 1]!; i++) if (this.state.clashes.at(a, domain.items[i]!) === 0) free++;
    return (free - (graph.from[a + 1]! - graph.from[a]!) / this.state.compiled.activities) / this.worth[a]!;
  }

  private settle(a: number): void {
    const { slot, score } = this.leastDisturbing(a, 1e-9);
    if (score > 0) this.stuck.push(a);
    else this.put(a, slot);
  }

  /** The best of many ways in for those who wait. */
  private repair(): void {
    const [first, looks] = [this.random.below(this.stuck.length), Math.min(REPAIRED, this.stuck.length)];
    let [best, slot, least] = [-1, -1, Infinity];
    for (let i = 0; i < looks; i++) {
      const at = (first + i) % this.stuck.length;
      const worth = this.worth[this.stuck[at]!]!;
      const found = this.leastDisturbing(this.stuck[at]!, least + worth);
      if (found.score - worth < least) [best, slot, least] = [at, found.slot, found.score - worth];
    }
    this.placements++;
    // All ways are barred for now: the oldest ban is over soon.
    if (best >= 0) this.put(takeAt(this.stuck, best), slot);
    if (++this.inVain % (CIRCLES * GROWTH) === 0) this.shake();
    if (this.stuck.length >= this.fewest) return;
    this.fewest = this.stuck.length;
    this.inVain = 0;
  }

  /** Empties a slot and its like: where every way in pushes out one, the rest of the plan would never move. */
  private shake(): void {
    const { slots, activities } = this.state.compiled;
    const [one, two] = [this.random.below(slots), this.random.below(slots)];
    for (let a = 0; a < activities; a++) if (this.state.start[a] === one || this.state.start[a] === two) this.eject(a);
  }

  /** Start that pushes out least, when less than `least`. */
  private leastDisturbing(a: number, least: number): { slot: number; score: number } {
    const { domain, slots, relationsOf } = this.state.compiled;
    const many = domain.from[a + 1]! - domain.from[a]!;
    const turn = this.random.below(many);
    let best = -1;
    for (let i = 0; i < many; i++) {
      const slot = domain.items[domain.from[a]! + ((i + turn) % many)]!;
      let score = this.state.clashes.at(a, slot);
      if (score > 0 && this.state.compiled.features.shared) score = this.worthInTheWay(a, slot);
      if (score >= least || this.tabuUntil[a * slots + slot]! > this.placements) continue;
      for (let k = relationsOf.from[a]!; k < relationsOf.from[a + 1]!; k++) score += this.hardBroken(relationsOf.items[k]!, a, slot);
      if (score < least) score += this.crowd(a, slot);
      if (score < least) [best, least] = [slot, score];
    }
    return { slot: best, score: best < 0 ? Infinity : least };
  }

  private worthInTheWay(a: number, slot: number): number {
    const { clashes } = this.state;
    if (!this.state.compiled.unit) return clashes.at(a, slot);
    let sum = 0;
    for (let b = clashes.first[slot]!; b >= 0; b = clashes.next[b]!) if (clashes.linked(a, b)) sum += this.worth[b]!;
    return sum;
  }

  /** Resources missing in the slot: none where those who are there can be rearranged, a part of one where seats are missing. */
  private crowd(a: number, slot: number): number {
    const obstacles = this.places.chooseBest(a, slot);
    if (obstacles === 0 || this.chain?.exists(a, slot)) return 0;
    return this.state.compiled.features.shared ? obstacles - 1 + this.missingSeats(a, slot) : obstacles;
  }

  /** What must leave, at least, for the activity to find seats: one activity, and worth in proportion to the seats. */
  private missingSeats(a: number, slot: number): number {
    const { needFrom, resource, people } = this.state.compiled;
    let sum = 0;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) {
      const r = this.state.next[d]!;
      if (resource.shared[r] === 0) continue;
      const missing = people[a]! - this.state.occupancy.freeSeats(r, slot);
      if (missing > 0) sum += 1 + (SEATS * missing) / resource.seats[r]!;
    }
    return sum;
  }

  private hardBroken(r: number, a: number, slot: number): number {
    return this.state.compiled.relations.cost[r]! < 0 ? this.state.fixed.broken(r, a, slot) : 0;
  }

  private put(a: number, slot: number): void {
    const hard = this.state.hard;
    if (this.places.chooseBest(a, slot) === 0 || !this.chain?.place(a, slot)) this.state.step(a, slot);
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
      if (graph.gap[e]! >= 0 && this.state.start[b]! >= 0 && !this.isPinned(b) && this.state.clashes.overlap(a, slot, b, this.state.start[b]!) > 0) this.eject(b);
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

  /** Who can be nowhere else stays where he is. */
  private isPinned(a: number): boolean {
    return this.state.compiled.domain.from[a + 1]! - this.state.compiled.domain.from[a]! === 1;
  }

  private ejectUsers(a: number, slot: number, hard: number): void {
    const { needFrom } = this.state.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]! && this.state.start[a]! >= 0; d++) {
      for (let victim = this.victim(a, slot, this.state.choice[d]!); victim >= 0 && this.state.hard > hard; victim = this.victim(a, slot, this.state.choice[d]!)) this.eject(victim);
    }
    // What is left is a limit of the activity itself (a load, a closure, somebody who cannot leave): it waits.
    if (this.state.hard > hard) this.eject(a);
  }

  /** Who leaves a crowded resource: the smallest that frees seats enough, else the largest. */
  private victim(a: number, slot: number, r: number): number {
    const { compiled, occupancy } = this.state;
    const missing = compiled.resource.shared[r] === 1 ? -occupancy.freeSeats(r, slot) : 0;
    let [best, size] = [-1, 0];
    for (let d = occupancy.head[occupancy.cell(r, slot)]!; d >= 0; d = occupancy.next[d]!) {
      const b = compiled.needOwner[d]!;
      if (b === a || this.isPinned(b)) continue;
      const people = compiled.people[b]!;
      const better = people >= missing ? size < missing || people < size : people > size;
      if (best < 0 || better) [best, size] = [b, people];
    }
    return best;
  }

  private eject(a: number): void {
    const tenure = TENURE_SHARE * this.stuck.length + this.random.below(TENURE + (Math.floor(this.inVain / CIRCLES) % GROWTH));
    this.tabuUntil[a * this.state.compiled.slots + this.state.start[a]!] = this.placements + tenure;
    this.state.step(a, -1);
    this.state.commit();
    this.stuck.push(a);
  }
}

/** Takes an item out of a list whose order does not matter. */
function takeAt(list: number[], at: number): number {
  const item = list[at]!;
  list[at] = list.at(-1)!;
  list.pop();
  return item;
}

function worthOf({ activities, needFrom, candidates, people, resource }: Compiled): Float64Array {
  const worth = new Float64Array(activities).fill(1);
  for (let a = 0; a < activities; a++) {
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) {
      let seats = 0;
      for (let i = candidates.from[d]!; i < candidates.from[d + 1]!; i++) if (resource.shared[candidates.items[i]!] === 1) seats = Math.max(seats, resource.seats[candidates.items[i]!]!);
      if (seats > 0) worth[a]! += (SEATS * people[a]!) / seats;
    }
  }
  return worth;
}
