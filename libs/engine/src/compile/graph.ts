import { type Model } from '../model/model.js';
import { type Graph } from './compiled.js';

/** Above this many activities pairs are looked up by binary search: the bit table would leave the caches (and cost n² / 8 bytes). */
const LARGEST_BIT_TABLE = 12_000;

/** Who shares people with whom; pairs that can never meet in time are left out unless distance costs. */
export function buildGraph(model: Model, domains: number[][]): Graph {
  const scratch = new Scratch(model, domains);
  const rows = model.activities.map((_, a) => scratch.row(a));
  const from = new Int32Array(rows.length + 1);
  rows.forEach((row, a) => (from[a + 1] = from[a]! + row.length));
  const all = rows.flat();
  const graph: Graph = {
    from,
    to: Int32Array.from(all, (edge) => edge.to),
    gap: Int32Array.from(all, (edge) => edge.gap),
    weight: Int32Array.from(all, (edge) => edge.weight),
    bits: new Uint32Array(0),
  };
  graph.bits = bitTable(graph, rows.length);
  return graph;
}

interface Edge {
  to: number;
  gap: number;
  weight: number;
}

/** Meets all attendees of one activity at a time, so that memory stays in proportion to activities. */
class Scratch {
  private readonly attendeesOf: number[][];
  private readonly together: Set<number>;
  private readonly weight: Int32Array;
  private readonly gap: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly domains: number[][],
  ) {
    const n = model.activities.length;
    this.attendeesOf = model.activities.map(() => []);
    model.attendees.forEach((attendee, i) => attendee.activities.forEach((a) => this.attendeesOf[a]!.push(i)));
    this.together = new Set(model.relations.filter((r) => r.kind === 'sameSlot' && r.cost === undefined).flatMap((r) => [r.a * n + r.b, r.b * n + r.a]));
    this.weight = new Int32Array(n);
    this.gap = new Int32Array(n).fill(-1);
  }

  row(a: number): Edge[] {
    const met: number[] = [];
    for (const i of this.attendeesOf[a]!) this.meet(a, i, met);
    const edges = met.sort((x, y) => x - y).map((b) => this.edge(a, b));
    for (const b of met) {
      this.weight[b] = 0;
      this.gap[b] = -1;
    }
    return edges.filter((edge) => edge.gap >= 0 || edge.weight > 0).filter((edge) => edge.weight > 0 || this.mayMeet(a, edge));
  }

  private meet(a: number, i: number, met: number[]): void {
    const attendee = this.model.attendees[i]!;
    for (const b of attendee.activities) {
      if (b === a) continue;
      if (this.gap[b]! < 0) met.push(b);
      this.gap[b] = Math.max(this.gap[b]!, attendee.buffer ?? 0);
      if (attendee.apart) this.weight[b]! += attendee.people ?? 1;
    }
  }

  private edge(a: number, b: number): Edge {
    const bound = this.together.has(a * this.model.activities.length + b);
    return { to: b, weight: this.weight[b]!, gap: bound ? -1 : Math.max(this.gap[b]!, this.way(a, b)) };
  }

  private way(a: number, b: number): number {
    const [from, to] = [this.model.activities[a]!.site, this.model.activities[b]!.site];
    if (from === undefined || to === undefined || !this.model.travel) return 0;
    return Math.max(this.model.travel[from]?.[to] ?? 0, this.model.travel[to]?.[from] ?? 0);
  }

  private mayMeet(a: number, { to: b, gap }: Edge): boolean {
    const [mine, other] = [this.domains[a]!, this.domains[b]!];
    if (mine.length === 0 || other.length === 0) return false;
    const length = (x: number) => this.model.activities[x]!.duration ?? 1;
    return mine[0]! < other.at(-1)! + length(b) + gap && other[0]! < mine.at(-1)! + length(a) + gap;
  }
}

function bitTable(graph: Graph, n: number): Uint32Array {
  if (n > LARGEST_BIT_TABLE) return new Uint32Array(0);
  const words = (n + 31) >>> 5;
  const bits = new Uint32Array(n * words);
  for (let a = 0; a < n; a++) {
    for (let e = graph.from[a]!; e < graph.from[a + 1]!; e++) {
      const b = graph.to[e]!;
      if (graph.gap[e]! >= 0) bits[a * words + (b >>> 5)]! |= 1 << (b & 31);
    }
  }
  return bits;
}
