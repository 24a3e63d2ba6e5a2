import { type Compiled } from '../../compile/compiled.js';

/**
 * Pairs with common people that overlap. A table counts, for every activity and start, the neighbours in the way: a look is one read,
 * only accepted moves pay for their neighbours.
 */
export class Clashes {
  /** Activities that start in each slot, as linked lists: the first of each slot, the next after each. -1 ends. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly table: Uint16Array;
  private readonly words: number;

  constructor(private readonly compiled: Compiled) {
    this.table = new Uint16Array(compiled.activities * compiled.slots);
    this.words = (compiled.activities + 31) >>> 5;
    this.first = new Int32Array(compiled.slots).fill(-1);
    this.next = new Int32Array(compiled.activities).fill(-1);
    this.previous = new Int32Array(compiled.activities).fill(-1);
  }

  clear(): void {
    this.table.fill(0);
    this.first.fill(-1);
  }

  /** Neighbours that would overlap if a started in the slot. */
  at(a: number, slot: number): number {
    return this.table[a * this.compiled.slots + slot]!;
  }

  /** Whether two activities may never overlap. */
  linked(a: number, b: number): boolean {
    const { bits } = this.compiled.graph;
    if (bits.length > 0) return ((bits[a * this.words + (b >>> 5)]! >>> (b & 31)) & 1) === 1;
    const edge = this.edge(a, b);
    return edge >= 0 && this.compiled.graph.gap[edge]! >= 0;
  }

  /** 1 when a starting in one slot and its neighbour b in another overlap. Either slot may be -1. */
  overlap(a: number, slot: number, b: number, other: number): number {
    const { unit, dayOf, duration, graph } = this.compiled;
    if (unit || slot < 0 || other < 0) return slot === other && slot >= 0 ? 1 : 0;
    if (dayOf[slot] !== dayOf[other]) return 0;
    const gap = graph.gap[this.edge(a, b)]!;
    return other > slot - duration[b]! - gap && other < slot + duration[a]! + gap ? 1 : 0;
  }

  /** Makes an accepted change known to the neighbours. */
  move(a: number, from: number, to: number): void {
    if (from >= 0) this.unlink(a, from);
    if (to >= 0) this.link(a, to);
    if (this.compiled.unit) this.moveUnit(a, from, to);
    else {
      if (from >= 0) this.spread(a, from, -1);
      if (to >= 0) this.spread(a, to, 1);
    }
  }

  private link(a: number, slot: number): void {
    const head = this.first[slot]!;
    this.next[a] = head;
    this.previous[a] = -1;
    if (head >= 0) this.previous[head] = a;
    this.first[slot] = a;
  }

  private unlink(a: number, slot: number): void {
    const [before, after] = [this.previous[a]!, this.next[a]!];
    if (before >= 0) this.next[before] = after;
    else this.first[slot] = after;
    if (after >= 0) this.previous[after] = before;
  }

  private moveUnit(a: number, from: number, to: number): void {
    const { graph, slots } = this.compiled;
    const end = graph.from[a + 1]!;
    for (let e = graph.from[a]!; e < end; e++) {
      if (graph.gap[e]! < 0) continue;
      const row = graph.to[e]! * slots;
      if (from >= 0) this.table[row + from]!--;
      if (to >= 0) this.table[row + to]!++;
    }
  }

  private spread(a: number, slot: number, by: number): void {
    const { graph, slots, duration, dayFrom, dayOf } = this.compiled;
    const [first, last] = [dayFrom[dayOf[slot]!]!, dayFrom[dayOf[slot]! + 1]! - 1];
    for (let e = graph.from[a]!; e < graph.from[a + 1]!; e++) {
      const gap = graph.gap[e]!;
      if (gap < 0) continue;
      const b = graph.to[e]!;
      const to = Math.min(last, slot + duration[a]! + gap - 1);
      for (let s = Math.max(first, slot - duration[b]! - gap + 1); s <= to; s++) this.table[b * slots + s]! += by;
    }
  }

  private edge(a: number, b: number): number {
    const { from, to } = this.compiled.graph;
    let [low, high] = [from[a]!, from[a + 1]! - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (to[middle] === b) return middle;
      if (to[middle]! < b) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
