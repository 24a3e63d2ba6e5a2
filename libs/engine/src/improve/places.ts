import { type Random } from './random.js';
import { RoomChain } from './room-chain.js';
import { type State } from './state.js';

/** Resources looked at before a crowded one is taken. */
const PROBES = 5;

/** Finds resources for an activity that is about to start in a slot; the answer stands in `state.next`. */
export class Places {
  private readonly chain?: RoomChain;

  constructor(
    private readonly state: State,
    private readonly random: Random,
  ) {
    if (state.compiled.features.freeRooms) this.chain = new RoomChain(state);
  }

  /** A start from the domain, -1 when there is none. */
  anyStart(a: number): number {
    const { domain } = this.state.compiled;
    const from = domain.from[a]!;
    const many = domain.from[a + 1]! - from;
    return many === 0 ? -1 : domain.items[from + this.random.below(many)]!;
  }

  allows(a: number, slot: number): boolean {
    return slot >= 0 && this.state.compiled.startCost[a * this.state.compiled.slots + slot]! >= 0;
  }

  anyResource(d: number): number {
    const { candidates } = this.state.compiled;
    const from = candidates.from[d]!;
    return candidates.items[from + this.random.below(candidates.from[d + 1]! - from)]!;
  }

  /** Steps the activity into the slot; where rooms are a matter of fit only, the others there make place for it. */
  enter(a: number, slot: number): boolean {
    if (this.chain) return this.chain.place(a, slot);
    this.choose(a, slot);
    return this.state.step(a, slot);
  }

  /** Prefers the resources it has, then free ones by a few looks, then any. */
  choose(a: number, slot: number): void {
    const { needFrom } = this.state.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) this.state.next[d] = this.pick(d, slot);
  }

  private pick(d: number, slot: number): number {
    const { occupancy, choice } = this.state;
    const own = choice[d]!;
    if (own >= 0 && (this.random.bits() & 1) === 0 && occupancy.obstacles(d, slot, own) <= 0) return own;
    let r = this.anyResource(d);
    for (let i = 1; i < PROBES && occupancy.obstacles(d, slot, r) > 0; i++) r = this.anyResource(d);
    return r;
  }

  /** Takes for each need the free resource that costs least, or the least crowded; returns the obstacles left. */
  chooseBest(a: number, slot: number): number {
    const { needFrom } = this.state.compiled;
    let obstacles = 0;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) obstacles += this.pickBest(d, slot);
    return obstacles;
  }

  private pickBest(d: number, slot: number): number {
    const { candidates, useCost, resources } = this.state.compiled;
    const from = candidates.from[d]!;
    const many = candidates.from[d + 1]! - from;
    const turn = this.random.below(Math.max(1, many));
    let [best, least, cheapest] = [-1, Infinity, Infinity];
    for (let i = 0; i < many; i++) {
      const r = candidates.items[from + ((i + turn) % many)]!;
      const obstacles = this.state.occupancy.obstacles(d, slot, r);
      const cost = useCost[d * resources + r]!;
      if (obstacles > least || (obstacles === least && cost >= cheapest)) continue;
      [best, least, cheapest] = [r, obstacles, cost];
    }
    this.state.next[d] = best;
    return least;
  }
}
