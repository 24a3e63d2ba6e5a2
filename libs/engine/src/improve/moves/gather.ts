import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Cell } from './cell.js';
import { type Move } from './move.js';

/** All activities of a series go to one of the resources it uses; whoever is there changes places. */
export class Gather implements Move {
  readonly name = 'gather';
  private readonly series: number[];

  constructor(
    private readonly state: State,
    private readonly cell: Cell,
    private readonly random: Random,
  ) {
    this.series = state.compiled.model.series.flatMap((one, k) => (one.sameResource && one.activities.length > 1 ? [k] : []));
  }

  get useful(): boolean {
    return this.series.length > 0;
  }

  propose(): boolean {
    const { compiled, start, choice } = this.state;
    const activities = compiled.model.series[this.series[this.random.below(this.series.length)]!]!.activities;
    const example = activities[this.random.below(activities.length)]!;
    const d = compiled.needFrom[example]!;
    const r = (this.random.bits() & 3) === 0 ? this.anyResource(d) : choice[d]!;
    if (r < 0) return false;
    const limit = this.state.limit;
    this.state.limit = Infinity;
    for (const a of activities) if (start[a]! >= 0 && choice[compiled.needFrom[a]!] !== r && !this.cell.put(a, start[a]!, r)) return this.stop(limit, false);
    return this.stop(limit, this.state.size > 0);
  }

  private stop(limit: number, possible: boolean): boolean {
    this.state.limit = limit;
    return possible;
  }

  private anyResource(d: number): number {
    const { candidates } = this.state.compiled;
    return candidates.items[candidates.from[d]! + this.random.below(candidates.from[d + 1]! - candidates.from[d]!)]!;
  }
}
