import { type Compiled } from '../../compile/compiled.js';
import { type Tally } from '../tally.js';

/** Who uses which resource when: overlaps, seats, closures, shared rooms, travel. Lists per resource and slot, or day where that matters. */
export class Occupancy {
  /** First need in each cell (resource × slot or day), -1 none. */
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly count: Int32Array;
  private readonly previous: Int32Array;
  private readonly seats: Int32Array;
  private readonly lonely: Int32Array;
  private readonly alone: Uint8Array;
  private readonly minutes: Int32Array;
  private readonly mixedLength: number;
  private readonly travelCost: number;

  constructor(
    private readonly compiled: Compiled,
    private readonly start: Int32Array,
    private readonly tally: Tally,
  ) {
    const cells = compiled.resources * compiled.slots;
    this.head = new Int32Array(cells).fill(-1);
    this.next = new Int32Array(compiled.needs).fill(-1);
    this.previous = new Int32Array(compiled.needs).fill(-1);
    this.count = new Int32Array(cells);
    this.seats = new Int32Array(cells);
    this.lonely = new Int32Array(cells);
    this.alone = Uint8Array.from(compiled.model.activities, (a) => (a.alone ? 1 : 0));
    this.minutes = Int32Array.from(compiled.model.activities, (a) => a.minutes ?? 0);
    this.mixedLength = compiled.model.wishes.mixedLength ?? 0;
    this.travelCost = compiled.model.wishes.travel ?? 0;
  }

  clear(): void {
    this.head.fill(-1);
    this.count.fill(0);
    this.seats.fill(0);
    this.lonely.fill(0);
  }

  /** The list that a resource keeps for a slot. */
  cell(r: number, slot: number): number {
    const { slots, resource, dayOf } = this.compiled;
    return r * slots + (resource.timed[r] === 1 ? dayOf[slot]! : slot);
  }

  /** Free seats of a shared resource. */
  freeSeats(r: number, slot: number): number {
    return this.compiled.resource.seats[r]! - this.seats[r * this.compiled.slots + slot]!;
  }

  lift(d: number, slot: number, r: number): void {
    const cell = this.cell(r, slot);
    this.unlink(d, cell);
    this.judge(d, slot, r, -1);
  }

  drop(d: number, slot: number, r: number): void {
    const cell = this.cell(r, slot);
    this.judge(d, slot, r, 1);
    this.link(d, cell);
  }

  /** 1 when the resource is closed in a slot that the activity would cover. */
  away(a: number, slot: number, r: number): number {
    const { slots, duration, resource } = this.compiled;
    const from = r * slots + slot;
    const long = duration[a]!;
    if (long === 1) return resource.closed[from]!;
    for (let i = from; i < from + long; i++) if (resource.closed[i] === 1) return 1;
    return 0;
  }

  /** Hard rules of the resource that the activity would break in the slot, with all others where they are. */
  obstacles(d: number, slot: number, r: number): number {
    const a = this.compiled.needOwner[d]!;
    const cell = this.cell(r, slot);
    const away = this.away(a, slot, r);
    if (this.compiled.resource.shared[r] === 1) return away + this.sharedObstacles(a, r, cell);
    if (this.compiled.resource.timed[r] === 0) return away + this.count[cell]!;
    let sum = away;
    for (let other = this.head[cell]!; other >= 0; other = this.next[other]!) sum += this.tooNear(a, slot, this.compiled.needOwner[other]!, r);
    return sum;
  }

  /** Tallies what the others in the cell make of one more (sign 1) or one less (-1); the need itself is not in the list. */
  private judge(d: number, slot: number, r: number, sign: number): void {
    const cell = this.cell(r, slot);
    const a = this.compiled.needOwner[d]!;
    this.tally.hard += sign * this.away(a, slot, r);
    if (this.compiled.resource.shared[r] === 1) this.judgeShared(a, r, cell, sign);
    else if (this.compiled.resource.timed[r] === 0) this.tally.hard += sign * this.count[cell]!;
    else this.judgeTimed(a, slot, r, sign);
  }

  private sharedObstacles(a: number, r: number, cell: number): number {
    const limit = this.compiled.resource.seats[r]!;
    const over = this.seats[cell]! <= limit && this.seats[cell]! + this.compiled.people[a]! > limit ? 1 : 0;
    const before = this.count[cell]! > 1 ? this.lonely[cell]! : 0;
    const after = this.count[cell]! > 0 ? this.lonely[cell]! + this.alone[a]! : 0;
    return over + after - before;
  }

  private judgeShared(a: number, r: number, cell: number, sign: number): void {
    this.tally.hard += sign * this.sharedObstacles(a, r, cell);
    if (this.mixedLength > 0 && this.count[cell]! > 0 && !this.hasLength(cell, this.minutes[a]!)) this.tally.soft += sign * this.mixedLength;
  }

  private hasLength(cell: number, minutes: number): boolean {
    for (let d = this.head[cell]!; d >= 0; d = this.next[d]!) if (this.minutes[this.compiled.needOwner[d]!] === minutes) return true;
    return false;
  }

  private judgeTimed(a: number, slot: number, r: number, sign: number): void {
    const cell = this.cell(r, slot);
    const { needOwner, site } = this.compiled;
    for (let d = this.head[cell]!; d >= 0; d = this.next[d]!) {
      const b = needOwner[d]!;
      this.tally.hard += sign * this.tooNear(a, slot, b, r);
      if (this.travelCost > 0 && site[a]! >= 0 && site[b]! >= 0 && site[a] !== site[b]) this.tally.soft += sign * this.travelCost;
    }
  }

  private tooNear(a: number, slot: number, b: number, r: number): number {
    const { duration, resource } = this.compiled;
    const other = this.start[b]!;
    const pause = Math.max(slot - other - duration[b]!, other - slot - duration[a]!);
    return pause < Math.max(resource.buffer[r]!, this.way(a, b)) || pause < 0 ? 1 : 0;
  }

  private way(a: number, b: number): number {
    const { site, model } = this.compiled;
    const [from, to] = [site[a]!, site[b]!];
    if (from === to || from < 0 || to < 0 || !model.travel) return 0;
    return Math.max(model.travel[from]?.[to] ?? 0, model.travel[to]?.[from] ?? 0);
  }

  private link(d: number, cell: number): void {
    const first = this.head[cell]!;
    this.next[d] = first;
    this.previous[d] = -1;
    if (first >= 0) this.previous[first] = d;
    this.head[cell] = d;
    this.add(d, cell, 1);
  }

  private unlink(d: number, cell: number): void {
    const [before, after] = [this.previous[d]!, this.next[d]!];
    if (before >= 0) this.next[before] = after;
    else this.head[cell] = after;
    if (after >= 0) this.previous[after] = before;
    this.add(d, cell, -1);
  }

  private add(d: number, cell: number, by: number): void {
    const a = this.compiled.needOwner[d]!;
    this.count[cell]! += by;
    this.seats[cell]! += by * this.compiled.people[a]!;
    this.lonely[cell]! += by * this.alone[a]!;
  }
}
