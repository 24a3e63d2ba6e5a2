import { kitFor } from './moves/kit.js';
import { type Places } from './places.js';
import { type Random } from './random.js';
import { Schedule } from './schedule.js';
import { Shares } from './shares.js';
import { type State } from './state.js';

/** -ln of evenly spread fractions: one look instead of a logarithm per move. */
const LOGARITHMS = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096));

export const tuning: Record<string, number> = { weight: 100000, up: 1, down: 1 };

/** Simulated annealing over the moves of the kit: temperature is told from outside, prices of hard rules and shares of moves adapt. */
export class Anneal {
  readonly shares: Shares;
  temperature = 1;
  readonly schedule = new Schedule();
  proposed = 0;
  /** Largest gain seen lately: how much a move may still win after its start is judged. */
  private reach = 1;
  private feasibleMoves = 0;
  worse = 0;

  constructor(
    private readonly state: State,
    places: Places,
    private readonly random: Random,
    private readonly onBetter: () => void,
  ) {
    const kit = kitFor(state, places, random);
    this.shares = new Shares(kit.moves, random, kit.shares);
  }

  /** Learns from trial moves how large changes are. */
  calibrate(heat: number): void {
    const rises: number[] = [];
    this.state.limit = Infinity;
    for (let i = 0; i < 4000; i++) {
      const possible = this.shares.first.propose();
      const { hard, soft } = this.state.tally;
      if (possible && hard <= 0 && soft > 0 && soft < 1000) rises.push(soft);
      this.state.rollback();
    }
    rises.sort((a, b) => a - b);
    const middle = rises[rises.length >> 1] ?? 1;
    this.schedule.begin(middle, heat);
    this.state.weight = tuning.weight! * middle;
    this.reach = middle * 4;
  }

  /** Takes the temperature for a progress from 0 to 1. */
  cool(progress: number): void {
    this.temperature = this.schedule.at(progress);
  }

  run(moves: number): void {
    this.feasibleMoves = 0;
    this.worse = 0;
    for (let i = 0; i < moves; i++) this.once();
    this.proposed += moves;
  }

  private once(): void {
    const { state } = this;
    const threshold = this.temperature * LOGARITHMS[this.random.bits() & 4095]!;
    state.limit = threshold + this.reach;
    const possible = this.shares.draw().propose();
    const steps = state.size;
    const delta = state.delta;
    if (state.hard === 0) this.feasibleMoves++;
    if (!possible || delta > threshold) {
      if (steps > 0 || state.tally.hard !== 0) state.rollback();
      this.shares.credit(steps, 0);
      return;
    }
    state.commit();
    if (delta > 0) this.worse++;
    if (-delta > this.reach) this.reach = -delta;
    this.shares.credit(steps, delta < 0 ? -delta : 0);
    if (delta < 0) this.onBetter();
  }

  /** Between periods: shares follow success, the price of hard rules follows the time spent breaking them. */
  adapt(moves: number): void {
    this.shares.adapt();
    this.schedule.note(this.temperature, this.state.total);
    this.reach *= 0.9;
    const feasible = this.feasibleMoves / moves;
    if (feasible < 0.2) this.state.weight = Math.ceil(this.state.weight * tuning.up!);
    else if (feasible > 0.6) this.state.weight = Math.max(2, Math.floor(this.state.weight * tuning.down!));
  }
}
