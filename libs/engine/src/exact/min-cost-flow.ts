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
  private first = new Int32Array(0);
  private edges = new Int32Array(0);
  private target = new Int32Array(0);
  private left = new Int32Array(0);
  private price = new Int32Array(0);
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly arrivedBy: Int32Array;
  private readonly heap: Heap;
  private readonly seen: number[] = [];

  constructor(
    private readonly nodes: number,
    private readonly sink: number,
  ) {
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes).fill(Infinity);
    this.arrivedBy = new Int32Array(nodes).fill(-1);
    this.heap = new Heap(nodes);
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
    this.first = new Int32Array(this.nodes + 1);
    for (const node of this.from) this.first[node + 1]!++;
    for (let node = 0; node < this.nodes; node++) this.first[node + 1]! += this.first[node]!;
    const at = this.first.slice();
    this.edges = new Int32Array(this.from.length);
    this.from.forEach((node, e) => (this.edges[at[node]!++] = e));
    this.target = Int32Array.from(this.to);
    this.left = Int32Array.from(this.room);
    this.price = Int32Array.from(this.cost);
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
      this.left[e ^ 1]!++;
      added += this.price[e]!;
      node = this.target[e ^ 1]!;
    }
    this.forget();
    return added;
  }

  /** Units on an edge. */
  flow(e: number): number {
    return this.left[e ^ 1]!;
  }

  /** A node that sends for the first time gets a potential under which none of its edges is cheaper than nothing. */
  private settleSource(source: number): void {
    let least = Infinity;
    for (let i = this.first[source]!; i < this.first[source + 1]!; i++) {
      const e = this.edges[i]!;
      if (this.left[e]! > 0) least = Math.min(least, this.price[e]! - this.potential[this.target[e]!]!);
    }
    if (least < Infinity) this.potential[source] = Math.max(this.potential[source]!, -least);
  }

  private search(source: number): boolean {
    this.distance[source] = 0;
    this.seen.push(source);
    this.heap.put(source, 0);
    for (;;) {
      const node = this.heap.take();
      if (node < 0) return false;
      if (node === this.sink) return true;
      this.relax(node);
    }
  }

  private relax(node: number): void {
    const base = this.distance[node]! + this.potential[node]!;
    for (let i = this.first[node]!; i < this.first[node + 1]!; i++) {
      const e = this.edges[i]!;
      if (this.left[e] === 0) continue;
      const next = this.target[e]!;
      const far = base + this.price[e]! - this.potential[next]!;
      if (far >= this.distance[next]!) continue;
      if (this.distance[next] === Infinity) this.seen.push(next);
      this.distance[next] = far;
      this.arrivedBy[next] = e;
      this.heap.put(next, far);
    }
  }

  private forget(): void {
    for (const node of this.seen) this.distance[node] = Infinity;
    this.seen.length = 0;
    this.heap.clear();
  }
}
