import { Heap } from './heap.js';

/**
 * Min-cost flow of single units by successive shortest paths with potentials (Ahuja, Magnanti, Orlin 1993, ch. 9). Units are sent one by one
 * from any node to the sink; each path is a Dijkstra on reduced costs that stops at the sink. All costs must be whole and not negative.
 */
export class MinCostFlow {
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly cost: number[] = [];
  /** Edges lie node by node: those of a node from `first[node]` to `first[node + 1]`. `at` finds an edge by its number. */
  private first = new Int32Array(0);
  private at = new Int32Array(0);
  private target = new Int32Array(0);
  private left = new Int32Array(0);
  private price = new Int32Array(0);
  private back = new Int32Array(0);
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly arrivedBy: Int32Array;
  private readonly heap: Heap;
  private readonly seen: number[] = [];
  private readonly near: number[] = [];
  private readonly settled: Uint8Array;

  constructor(
    private readonly nodes: number,
    private readonly sink: number,
  ) {
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes).fill(Infinity);
    this.arrivedBy = new Int32Array(nodes).fill(-1);
    this.heap = new Heap(nodes);
    this.settled = new Uint8Array(nodes);
  }

  /** Adds an edge and says its number; edge + 1 is its way back. */
  edge(from: number, to: number, room: number, cost: number): number {
    this.from.push(from, to);
    this.to.push(to, from);
    this.room.push(room, 0);
    this.cost.push(cost, -cost);
    return this.to.length - 2;
  }

  /** No more edges come. */
  seal(): void {
    const many = this.from.length;
    this.first = new Int32Array(this.nodes + 1);
    for (const node of this.from) this.first[node + 1]!++;
    for (let node = 0; node < this.nodes; node++) this.first[node + 1]! += this.first[node]!;
    const next = this.first.slice();
    this.at = Int32Array.from(this.from, (node) => next[node]!++);
    [this.target, this.left, this.price, this.back] = [new Int32Array(many), new Int32Array(many), new Int32Array(many), new Int32Array(many)];
    this.at.forEach((place, e) => {
      this.target[place] = this.to[e]!;
      this.left[place] = this.room[e]!;
      this.price[place] = this.cost[e]!;
      this.back[place] = this.at[e ^ 1]!;
    });
  }

  /** Sends one unit from a node to the sink; what it adds to the cost, or undefined when no way is left. */
  send(source: number): number | undefined {
    this.settleSource(source);
    if (!this.search(source)) {
      this.forget();
      return undefined;
    }
    const length = this.distance[this.sink]!;
    for (const node of this.seen) this.potential[node]! += Math.min(this.distance[node]!, length) - length;
    let added = 0;
    for (let node = this.sink; node !== source; ) {
      const e = this.arrivedBy[node]!;
      this.left[e]!--;
      this.left[this.back[e]!]!++;
      added += this.price[e]!;
      node = this.target[this.back[e]!]!;
    }
    this.forget();
    return added;
  }

  /** Units on an edge. */
  flow(e: number): number {
    return this.left[this.at[e ^ 1]!]!;
  }

  /** A node that sends for the first time gets a potential under which none of its edges is cheaper than nothing. */
  private settleSource(source: number): void {
    let least = Infinity;
    for (let e = this.first[source]!; e < this.first[source + 1]!; e++) {
      if (this.left[e]! > 0) least = Math.min(least, this.price[e]! - this.potential[this.target[e]!]!);
    }
    if (least < Infinity) this.potential[source] = Math.max(this.potential[source]!, -least);
  }

  /** Nodes as near as the one at hand go on a stack, deepest first: where many ways cost the same, one of them is soon at its end. */
  private search(source: number): boolean {
    this.distance[source] = 0;
    this.seen.push(source);
    this.near.push(source);
    for (;;) {
      const node = this.near.pop() ?? this.heap.take();
      if (node < 0) return this.distance[this.sink]! < Infinity;
      if (this.settled[node] === 1) continue;
      if (this.distance[node]! >= this.distance[this.sink]!) return true;
      this.settled[node] = 1;
      this.relax(node);
    }
  }

  private relax(node: number): void {
    const { left, target, price, potential, distance, sink } = this;
    const near = distance[node]!;
    const base = near + potential[node]!;
    const end = this.first[node + 1]!;
    for (let e = this.first[node]!; e < end; e++) {
      if (left[e] === 0) continue;
      const next = target[e]!;
      const far = base + price[e]! - potential[next]!;
      // What is not nearer than the sink leads nowhere.
      if (far >= distance[next]! || far >= distance[sink]!) continue;
      if (distance[next] === Infinity) this.seen.push(next);
      distance[next] = far;
      this.arrivedBy[next] = e;
      if (far === near) this.near.push(next);
      else this.heap.put(next, far);
    }
  }

  private forget(): void {
    for (const node of this.seen) {
      this.distance[node] = Infinity;
      this.settled[node] = 0;
    }
    this.seen.length = this.near.length = 0;
    this.heap.clear();
  }
}
