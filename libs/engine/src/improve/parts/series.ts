import { type Compiled } from '../../compile/compiled.js';
import { type Tally } from '../tally.js';

/** Days touched and resources used by the activities of one course. */
export class SeriesBooks {
  readonly active: boolean;
  private readonly onDay: Int32Array;
  private readonly daysUsed: Int32Array;
  private readonly ofResource: Int32Array;
  private readonly resourcesUsed: Int32Array;

  constructor(
    private readonly compiled: Compiled,
    private readonly tally: Tally,
  ) {
    const { series, days, resources } = compiled;
    this.active = series.count > 0;
    this.onDay = new Int32Array(series.count * days);
    this.daysUsed = new Int32Array(series.count);
    this.ofResource = new Int32Array(series.count * resources);
    this.resourcesUsed = new Int32Array(series.count);
  }

  clear(): void {
    for (const table of [this.onDay, this.daysUsed, this.ofResource, this.resourcesUsed]) table.fill(0);
  }

  /** Cost of days that are missing before anything is placed. */
  emptyCost(): number {
    const { series } = this.compiled;
    let sum = 0;
    for (let k = 0; k < series.count; k++) sum += Math.max(0, series.minDays[k]!) * series.minDaysCost[k]!;
    return sum;
  }

  /** What a move would change, were it made; nothing is written but the tally. Series of `other` (-1: nobody), who takes its place, stay as they are. */
  foresee(a: number, from: number, slot: number, other: number): void {
    const { series, days, dayOf } = this.compiled;
    const [old, next] = [dayOf[from]!, dayOf[slot]!];
    if (old === next) return;
    for (let i = series.of.from[a]!; i < series.of.from[a + 1]!; i++) {
      const k = series.of.items[i]!;
      if (other >= 0 && this.has(other, k)) continue;
      const left = this.onDay[k * days + old]! === 1 ? 1 : 0;
      const added = this.onDay[k * days + next]! === 0 ? 1 : 0;
      if (left === added) continue;
      const used = this.daysUsed[k]!;
      this.tally.soft += series.minDaysCost[k]! * (Math.max(0, series.minDays[k]! - used - added + left) - Math.max(0, series.minDays[k]! - used));
    }
  }

  /** The same for an exchange of resources. */
  foreseeResource(a: number, own: number, r: number, other: number): void {
    const { series, resource, resources } = this.compiled;
    if (own === r) return;
    for (let i = series.of.from[a]!; i < series.of.from[a + 1]!; i++) {
      const k = series.of.items[i]!;
      if (series.resourceKind[k] !== resource.kind[r] || (other >= 0 && this.has(other, k))) continue;
      const left = this.ofResource[k * resources + own]! === 1 ? 1 : 0;
      const added = this.ofResource[k * resources + r]! === 0 ? 1 : 0;
      this.tally.soft += series.resourceCost[k]! * (added - left);
    }
  }

  private has(a: number, k: number): boolean {
    const { from, items } = this.compiled.series.of;
    for (let i = from[a]!; i < from[a + 1]!; i++) if (items[i] === k) return true;
    return false;
  }

  liftStart(a: number, slot: number): void {
    const { series, days, dayOf } = this.compiled;
    for (let i = series.of.from[a]!; i < series.of.from[a + 1]!; i++) {
      const k = series.of.items[i]!;
      if (--this.onDay[k * days + dayOf[slot]!]! === 0 && this.daysUsed[k]!-- <= series.minDays[k]!) this.tally.soft += series.minDaysCost[k]!;
    }
  }

  dropStart(a: number, slot: number): void {
    const { series, days, dayOf } = this.compiled;
    for (let i = series.of.from[a]!; i < series.of.from[a + 1]!; i++) {
      const k = series.of.items[i]!;
      if (this.onDay[k * days + dayOf[slot]!]!++ === 0 && this.daysUsed[k]!++ < series.minDays[k]!) this.tally.soft -= series.minDaysCost[k]!;
    }
  }

  liftResource(a: number, r: number): void {
    const { series, resource, resources } = this.compiled;
    for (let i = series.of.from[a]!; i < series.of.from[a + 1]!; i++) {
      const k = series.of.items[i]!;
      if (series.resourceKind[k] !== resource.kind[r]) continue;
      if (--this.ofResource[k * resources + r]! === 0 && --this.resourcesUsed[k]! > 0) this.tally.soft -= series.resourceCost[k]!;
    }
  }

  dropResource(a: number, r: number): void {
    const { series, resource, resources } = this.compiled;
    for (let i = series.of.from[a]!; i < series.of.from[a + 1]!; i++) {
      const k = series.of.items[i]!;
      if (series.resourceKind[k] !== resource.kind[r]) continue;
      if (this.ofResource[k * resources + r]!++ === 0 && this.resourcesUsed[k]!++ > 0) this.tally.soft += series.resourceCost[k]!;
    }
  }

  /** How many activities of the series use the resource. */
  uses(k: number, r: number): number {
    return this.ofResource[k * this.compiled.resources + r]!;
  }
}
