import { type State } from './state.js';

/**
 * Finds place in a full slot by moving those who are there on to other resources of theirs: an augmenting path of the matching of activities
 * and resources in that slot (Kuhn 1955). For activities with one need each, served one at a time.
 */
export class RoomChain {
  /** Resources in the order in which they were reached, and the need that would move to each. */
  private readonly queue: Int32Array;
  private readonly wantedBy: Int32Array;
  private readonly mark: Int32Array;
  private readonly path: Int32Array;
  private round = 0;

  constructor(private readonly state: State) {
    const { resources } = state.compiled;
    this.queue = new Int32Array(resources);
    this.wantedBy = new Int32Array(resources);
    this.mark = new Int32Array(resources);
    this.path = new Int32Array(resources);
  }

  /** Whether the activity fits into the slot beside those who are there, however they must be arranged. */
  exists(a: number, slot: number): boolean {
    return this.search(a, slot) >= 0;
  }

  /** Steps the activity into the slot, and whoever has to change for it. False: no arrangement has place for it, or its start is too dear. */
  place(a: number, slot: number): boolean {
    const { compiled, choice, next } = this.state;
    let r = this.search(a, slot);
    if (r < 0) return false;
    let length = 0;
    for (;;) {
      this.path[length++] = r;
      const d = this.wantedBy[r]!;
      if (compiled.needOwner[d] === a) break;
      r = choice[d]!;
    }
    // From the activity outwards: where its start is too dear, nobody else has moved yet.
    while (length > 0) {
      const to = this.path[--length]!;
      const d = this.wantedBy[to]!;
      next[d] = to;
      if (!this.state.step(compiled.needOwner[d]!, slot)) return false;
    }
    return true;
  }

  /** The free resource at the end of the shortest path, -1 when there is none. */
  private search(a: number, slot: number): number {
    const { compiled, occupancy } = this.state;
    this.round++;
    let [taken, waiting] = [0, 0];
    let d = compiled.needFrom[a]!;
    for (;;) {
      const end = compiled.candidates.from[d + 1]!;
      for (let i = compiled.candidates.from[d]!; i < end; i++) {
        const r = compiled.candidates.items[i]!;
        if (this.mark[r] === this.round || compiled.resource.closed[r * compiled.slots + slot] === 1) continue;
        this.mark[r] = this.round;
        this.wantedBy[r] = d;
        if (this.isFree(r, slot, a)) return r;
        this.queue[waiting++] = r;
      }
      if (taken === waiting) return -1;
      d = occupancy.head[this.queue[taken++]! * compiled.slots + slot]!;
    }
  }

  private isFree(r: number, slot: number, a: number): boolean {
    const { occupancy, compiled } = this.state;
    const cell = r * compiled.slots + slot;
    return occupancy.count[cell] === 0 || compiled.needOwner[occupancy.head[cell]!] === a;
  }
}
