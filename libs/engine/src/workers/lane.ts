import { type Compiled } from '../compile/compiled.js';
import { Construct } from '../construct/construct.js';
import { Anneal } from '../improve/anneal.js';
import { Places } from '../improve/places.js';
import { Random } from '../improve/random.js';
import { type Plan } from '../model/model.js';
import { State } from '../improve/state.js';

/** Building ends, finished or not, after this part of the budget, or after so many placements for each activity. */
const LONGEST_BUILD = 0.15;
const PATIENCE = 300;
/** A period of the pilot is this part of a usual one. */
const PILOT_PERIOD = 1 / 8;

/** Where a search sets out: a plan (or none), and how far it may go from it (heat 1: anywhere). */
export interface Departure {
  plan?: Plan;
  heat?: number;
}

/** One searching thread: its own random stream, its own plan; runs in periods so that others can look in between. */
export class Lane {
  readonly state: State;
  readonly bestStart: Int32Array;
  readonly bestChoice: Int32Array;
  /** Broken hard rules and unplaced activities of the best plan. */
  bestFaults = Infinity;
  bestSoft = Infinity;
  iterations = 0;
  readonly anneal: Anneal;
  /** Moves of one `run`, once the pilot is over. */
  readonly period: number;
  private readonly construct: Construct;
  private readonly places: Places;
  private constructing = true;
  private begun = 0;
  private builds = 0;

  constructor(
    readonly compiled: Compiled,
    seed: number,
    stream: number,
    private readonly from: Departure = {},
  ) {
    this.period = periodOf(compiled);
    const random = new Random(seed, stream);
    this.state = new State(compiled);
    this.bestStart = new Int32Array(compiled.activities).fill(-1);
    this.bestChoice = new Int32Array(compiled.needs).fill(-1);
    this.places = new Places(this.state, random);
    this.construct = new Construct(this.state, this.places, random);
    this.anneal = new Anneal(this.state, this.places, random, () => this.keepBetter());
    if (from.plan) this.state.load(from.plan.start, from.plan.choice);
    this.construct.collect();
  }

  /** Runs one period; progress (0 to 1) says how much of the budget is gone. */
  run(progress: number): void {
    this.iterations += this.constructing ? this.build(progress) : this.improve(progress);
  }

  /** The moves that were made. */
  private improve(progress: number): number {
    const { anneal, construct, period } = this;
    anneal.cool((progress - this.begun) / Math.max(1e-9, 1 - this.begun));
    const moves = anneal.schedule.isPiloting ? Math.ceil(period * PILOT_PERIOD) : period;
    anneal.run(moves);
    anneal.adapt(moves);
    if (construct.missing > 0) this.placeMore();
    return moves;
  }

  /** What it cost, counted as moves. */
  private build(progress: number): number {
    const rounds = Math.ceil(this.period / 100);
    const done = this.construct.run(rounds);
    this.keepBetter();
    if (!done && progress < LONGEST_BUILD && ++this.builds * rounds < PATIENCE * this.compiled.activities) return this.period;
    this.constructing = false;
    this.begun = progress;
    this.keepBetter();
    this.anneal.calibrate(this.from.heat ?? 1);
    return this.period;
  }

  /** Building goes on from time to time while somebody has no place: the plan around has changed meanwhile. Without gain all stays as it was. */
  private placeMore(): void {
    const { state } = this;
    const [start, choice, before] = [state.start.slice(), state.choice.slice(), state.unplaced];
    this.construct.collect();
    this.construct.run(this.period / 100);
    if (state.unplaced >= before) state.load(start, choice);
    this.keepBetter();
  }

  /** Goes on from another lane's plan. */
  adopt(start: ArrayLike<number>, choice: ArrayLike<number>): void {
    if (this.constructing) return;
    this.state.load(start, choice);
    this.keepBetter();
  }

  private keepBetter(): void {
    const { state } = this;
    const faults = state.hard + state.unplaced;
    if (faults > this.bestFaults || (faults === this.bestFaults && state.soft >= this.bestSoft)) return;
    this.bestFaults = faults;
    this.bestSoft = state.soft;
    this.bestStart.set(state.start);
    this.bestChoice.set(state.choice);
  }
}

/** Moves between two looks at the others: some hundredths of a second for small and large models alike. */
export function periodOf(compiled: Compiled): number {
  const work = 60 + compiled.features.degree + (compiled.agenda.of.items.length / Math.max(1, compiled.activities)) * 4;
  return Math.max(1000, Math.round(4_000_000 / work / 100) * 100);
}
