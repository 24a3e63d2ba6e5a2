import { kitFor } from './moves/kit.js';
import { type Places } from './places.js';
import { type Random } from './random.js';
import { Schedule } from './schedule.js';
import { Shares } from './shares.js';
import { type State } from './state.js';

/** -ln of evenly spread fractions: one look instead of a logarithm per move. */
const LOGARITHMS = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096));

/** Price of a broken hard rule, in middle rises of a move: no temperature pays it. */
const NEVER = 100_000;

/** Simulated annealing over the moves of the kit: shares of moves adapt, hard rules are not for sale. */
export class Anneal {
  readonly shares: Shares;
  temperature = 1;
  readonly schedule = new Schedule();
  proposed = 0;
  /** Largest gain seen lately: how much a move may still win after its start is judged. */
  private reach = 1;
  private progress = 0;
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
    this.state.limit = this.state.ceiling = Infinity;
    for (let i = 0; i < 4000; i++) {
      const possible = this.shares.first.propose();
      const { hard, soft } = this.state.tally;
      if (possible && hard <= 0 && soft > 0 && soft < 1000) rises.push(soft);
      this.state.rollback();
    }
    rises.sort((a, b) => a - b);
    const middle = rises[rises.length >> 1] ?? 1;
    this.schedule.begin(middle, heat);
    this.state.weight = NEVER * middle;
    this.reach = middle * 4;
  }

  /** Takes the temperature for a progress from 0 to 1. */
  cool(progress: number): void {
    this.progress = progress;
    this.temperature = this.schedule.at(progress);
  }

  run(moves: number): void {
    this.worse = 0;
    for (let i = 0; i < moves; i++) this.once();
    this.proposed += moves;
  }

  private once(): void {
    const { state } = this;
    const threshold = this.temperature * LOGARITHMS[this.random.bits() & 4095]!;
    state.limit = threshold + this.reach;
    state.ceiling = threshold;
    const move = this.shares.draw();
    const possible = move.propose();
    const steps = state.size;
    const delta = state.delta;
    if (!possible || delta > threshold) {
      if (steps > 0 || state.tally.hard !== 0) state.rollback();
      this.shares.credit(steps, 0);
      return;
    }
    state.commit();
    move.taken?.();
    if (delta > 0) this.worse++;
    if (-delta > this.reach) this.reach = -delta;
    this.shares.credit(steps, delta < 0 ? -delta : 0);
    if (delta < 0) this.onBetter();
  }

  /** Between periods: shares follow success, the schedule has a look. */
  adapt(moves: number): void {
    this.shares.adapt();
    this.schedule.look(this.progress, this.temperature, this.state.start, { moves, worse: this.worse });
    this.reach *= 0.9;
  }
}
