import { type Random } from './random.js';
import { type Move } from './moves/move.js';

/** A move's share stays within these multiples of what it began with: early temperatures reward noise. */
const LEAST = 0.4;
const MOST = 2.5;
/** How much of the old estimate one period leaves. */
const MEMORY = 0.8;

/** Chooses among moves by what they gained lately for their effort. */
export class Shares {
  private readonly value: Float64Array;
  private readonly gain: Float64Array;
  private readonly effort: Float64Array;
  private readonly bound: Float64Array;
  /** Kind of move that was drawn last. */
  drawn = 0;

  constructor(
    private readonly moves: Move[],
    private readonly random: Random,
    private readonly initial: number[],
  ) {
    this.value = Float64Array.from(initial);
    this.gain = new Float64Array(moves.length);
    this.effort = new Float64Array(moves.length);
    this.bound = new Float64Array(moves.length);
    this.spread();
  }

  /** The move that is tried most. */
  get first(): Move {
    return this.moves[0]!;
  }

  draw(): Move {
    const x = this.random.fraction();
    let i = 0;
    while (i < this.moves.length - 1 && x >= this.bound[i]!) i++;
    this.drawn = i;
    return this.moves[i]!;
  }

  /** What the drawn move cost (steps it made) and won. */
  credit(steps: number, won: number): void {
    this.effort[this.drawn]! += 1 + steps;
    this.gain[this.drawn]! += won;
  }

  /** New shares from the period's figures. */
  adapt(): void {
    let best = 0;
    const rate = this.moves.map((_, i) => (this.effort[i]! > 0 ? this.gain[i]! / this.effort[i]! : 0));
    for (const one of rate) best = Math.max(best, one);
    if (best > 0) rate.forEach((one, i) => (this.value[i] = MEMORY * this.value[i]! + (1 - MEMORY) * this.initial[i]! * (LEAST + (MOST - LEAST) * (one / best))));
    this.gain.fill(0);
    this.effort.fill(0);
    this.spread();
  }

  /** Shares as they are, for reports. */
  get shares(): Record<string, number> {
    return Object.fromEntries(this.moves.map((move, i) => [move.name, this.bound[i]! - (this.bound[i - 1] ?? 0)]));
  }

  private spread(): void {
    const whole = this.value.reduce((total, one) => total + one, 0);
    let at = 0;
    this.value.forEach((part, i) => (this.bound[i] = at += part / whole));
  }
}
