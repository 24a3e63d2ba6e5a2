import { evaluate } from '../evaluate/evaluate.js';
import { type Evaluation } from '../evaluate/evaluate.js';
import { type Model, type Plan } from '../model/model.js';
import { InlineTeam } from './inline-team.js';
import { type Departure } from './lane.js';
import { strip } from './strip.js';
import { type Standing, type Team, type TeamOrder } from './team.js';
import { ThreadTeam } from './thread-team.js';

/** Where in the run the best plan is shared. */
const SHARED_AT = [0.5, 0.7, 0.85];

/** How long and with what to search. One of `iterations`, `seconds` with `now`, or `trace` ends it. */
export interface SolveOptions {
  seed: number;
  workers: number;
  /** Moves proposed by all workers together. Equal runs give equal plans (same number of workers, same major version of Node). */
  iterations?: number;
  /** Wall time; `now` tells milliseconds. Only looked at between steps. */
  seconds?: number;
  now?: () => number;
  /** The progress of a stored run, to repeat it bit by bit. */
  trace?: number[];
  signal?: AbortSignal;
  from?: Departure;
  /** False: all lanes take turns in the calling thread. */
  threads?: boolean;
}

/** A better plan than before. */
export interface Improvement {
  plan: Plan;
  faults: number;
  cost: number;
  iterations: number;
  /** Part of the budget that is used, 0 to 1. */
  progress: number;
}

export interface Outcome {
  plan: Plan;
  /** By the independent evaluation. */
  evaluation: Evaluation;
  iterations: number;
  /** Progress of every step, in millionths: replays the run. */
  trace: number[];
  /** Null without a clock, or when none was found. */
  secondsToFirstFeasible: number | null;
  aborted: boolean;
}

/** Searches, yielding every better plan; returns the best one, with whatever breaks a rule taken out of it. */
export async function* solve(model: Model, options: SolveOptions): AsyncGenerator<Improvement, Outcome> {
  const order = { model, seed: options.seed, workers: Math.max(1, options.workers), from: options.from ?? {} };
  const began = options.now?.() ?? 0;
  const team = await teamFor(order, options.threads ?? true);
  const run = new Run(team, options, order.workers, began);
  try {
    while (!run.over) {
      const better = await run.step();
      if (better) yield better;
    }
    return outcome(model, run, options.signal?.aborted ?? false);
  } finally {
    await team.close();
  }
}

/** Searches to the end and returns the outcome. */
export async function solveToEnd(model: Model, options: SolveOptions): Promise<Outcome> {
  const search = solve(model, options);
  for (;;) {
    const next = await search.next();
    if (next.done) return next.value;
  }
}

function outcome(model: Model, run: Run, aborted: boolean): Outcome {
  const plan = strip(model, run.bestPlan());
  const evaluation = evaluate(model, plan);
  return { plan, evaluation, iterations: run.iterations, trace: run.trace, secondsToFirstFeasible: evaluation.feasible ? run.firstFeasible : null, aborted };
}

/** Source files (tests) cannot start threads: the compiled thread stands beside the compiled code only. */
async function teamFor(order: TeamOrder, threads: boolean): Promise<Team> {
  return threads && !import.meta.url.endsWith('.ts') ? ThreadTeam.start(order) : new InlineTeam(order);
}

/** The budget, the steps so far, and who leads. */
class Run {
  readonly trace: number[] = [];
  iterations = 0;
  firstFeasible: number | null = null;
  private faults = Infinity;
  private cost = Infinity;
  private leader = 0;
  private shared = 0;
  constructor(
    private readonly team: Team,
    private readonly options: SolveOptions,
    private readonly workers: number,
    private readonly began: number,
  ) {}

  /** Part of the budget used before the next step, in millionths. */
  private progress(): number {
    const done = this.trace.length;
    const { trace, seconds, now } = this.options;
    if (trace) return trace[done] ?? 1_000_000;
    if (seconds !== undefined && now) return done === 0 ? 0 : Math.min(1_000_000, Math.floor(((now() - this.began) / seconds) * 1000));
    return Math.min(1_000_000, Math.floor((this.iterations / Math.max(1, this.options.iterations ?? 0)) * 1_000_000));
  }

  get over(): boolean {
    if (this.options.signal?.aborted) return this.trace.length > 0;
    if (this.options.trace) return this.trace.length >= this.options.trace.length;
    return this.trace.length > 0 && this.progress() >= 1_000_000;
  }

  async step(): Promise<Improvement | undefined> {
    const from = this.progress();
    this.trace.push(from);
    await this.share(from);
    // One period at a time: a progress that is guessed ahead for several steps back afterwards, and a plan that is warmed again and again ends higher.
    const standings = await this.team.step(from / 1_000_000);
    return this.take(standings, from);
  }

  private async share(progress: number): Promise<void> {
    if (this.workers < 2 || this.shared >= SHARED_AT.length || progress < SHARED_AT[this.shared]! * 1_000_000) return;
    this.shared++;
    await this.team.share(this.leader);
  }

  private take(standings: Standing[], from: number): Improvement | undefined {
    this.iterations = standings.reduce((sum, one) => sum + one.iterations, 0);
    let better = false;
    standings.forEach((one, lane) => {
      if (one.faults > this.faults || (one.faults === this.faults && one.soft >= this.cost)) return;
      [this.faults, this.cost, this.leader] = [one.faults, one.soft, lane];
      better = true;
    });
    if (this.faults === 0 && this.firstFeasible === null && this.options.now) this.firstFeasible = (this.options.now() - this.began) / 1000;
    return better ? { plan: this.bestPlan(), faults: this.faults, cost: this.cost, iterations: this.iterations, progress: from / 1_000_000 } : undefined;
  }

  bestPlan(): Plan {
    return this.team.best(this.leader);
  }
}
