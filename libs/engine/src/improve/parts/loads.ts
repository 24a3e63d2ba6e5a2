import { type Compiled, NO_LIMIT } from '../../compile/compiled.js';
import { type Tally } from '../tally.js';

/** Work of resources: slots per day and week against their limits, totals for fairness. */
export class Loads {
  readonly active: boolean;
  private readonly perDay: Int32Array;
  private readonly perWeek: Int32Array;
  private readonly total: Int32Array;

  constructor(
    private readonly compiled: Compiled,
    private readonly tally: Tally,
  ) {
    const { resource, resources, days, weeks } = compiled;
    this.active = resource.fairness.some((cost) => cost > 0) || [...resource.maxPerDay, ...resource.maxPerWeek].some((most) => most < NO_LIMIT);
    this.perDay = new Int32Array(resources * days);
    this.perWeek = new Int32Array(resources * weeks);
    this.total = new Int32Array(resources);
  }

  clear(): void {
    for (const table of [this.perDay, this.perWeek, this.total]) table.fill(0);
  }

  /** One activity more (sign 1) or less (-1) on the resource. */
  change(a: number, slot: number, r: number, sign: number): void {
    const { days, weeks, dayOf, weekOf, resource, duration } = this.compiled;
    const by = sign * duration[a]!;
    const day = dayOf[slot]!;
    this.limit(this.perDay, r * days + day, by, resource.maxPerDay[r]!);
    this.limit(this.perWeek, r * weeks + weekOf[day]!, by, resource.maxPerWeek[r]!);
    const before = this.total[r]!;
    this.total[r] = before + by;
    this.tally.soft += resource.fairness[r]! * by * (2 * before + by);
  }

  private limit(table: Int32Array, at: number, by: number, most: number): void {
    const before = table[at]!;
    table[at] = before + by;
    this.tally.hard += Math.max(0, before + by - most) - Math.max(0, before - most);
  }
}
