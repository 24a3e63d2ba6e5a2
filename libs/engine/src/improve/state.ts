import { type Compiled } from '../compile/compiled.js';
import { type Plan } from '../model/model.js';
import { Agendas } from './parts/agendas.js';
import { Clashes } from './parts/clashes.js';
import { Fixed } from './parts/fixed.js';
import { Loads } from './parts/loads.js';
import { Occupancy } from './parts/occupancy.js';
import { SeriesBooks } from './parts/series.js';
import { Tally } from './tally.js';

/**
 * A plan with its books. A move is a few `step`s, then `commit` or `rollback`: `tally` holds what the steps so far change.
 * Every part keeps its own books, adding and taking away one activity at a time.
 */
export class State {
  readonly start: Int32Array;
  readonly choice: Int32Array;
  /** Resources that the next step is to use: the caller fills in the needs of the activity. */
  readonly next: Int32Array;
  readonly tally = new Tally();
  readonly clashes: Clashes;
  readonly fixed: Fixed;
  readonly occupancy: Occupancy;
  readonly series: SeriesBooks;
  hard = 0;
  soft = 0;
  unplaced: number;
  /** Price of one broken hard rule. */
  weight = 1000;
  /** A step stops early (returns false) when what its start alone changes exceeds this. */
  limit = Infinity;
  /** What the whole move may change at most to be taken: who can foresee that it will not be need not make its steps. */
  ceiling = Infinity;
  /** The caller knows that the whole move changes no clash. */
  skipClashes = false;

  private readonly agendas: Agendas;
  private readonly loads: Loads;
  /** The steps of the current move: activity, start before, and resources before. */
  private readonly moved: Int32Array;
  private readonly before: Int32Array;
  private readonly beforeChoice: Int32Array;
  private steps = 0;
  private choices = 0;

  constructor(readonly compiled: Compiled) {
    const { activities, needs } = compiled;
    this.start = new Int32Array(activities).fill(-1);
    this.choice = new Int32Array(needs).fill(-1);
    this.next = new Int32Array(needs).fill(-1);
    this.moved = new Int32Array(2 * activities + 8);
    this.before = new Int32Array(2 * activities + 8);
    this.beforeChoice = new Int32Array(2 * needs + 8);
    this.clashes = new Clashes(compiled);
    this.fixed = new Fixed(compiled, this.start, this.tally);
    this.occupancy = new Occupancy(compiled, this.start, this.tally);
    this.agendas = new Agendas(compiled, this.tally);
    this.series = new SeriesBooks(compiled, this.tally);
    this.loads = new Loads(compiled, this.tally);
    this.unplaced = activities;
    this.empty();
  }

  /** Cost of everything with hard rules at their present price. */
  get total(): number {
    return this.hard * this.weight + this.soft;
  }

  /** What the steps so far change, at the present price. */
  get delta(): number {
    return this.tally.hard * this.weight + this.tally.soft;
  }

  /** Steps of the move so far. */
  get size(): number {
    return this.steps;
  }

  /** Nothing placed. */
  empty(): void {
    this.start.fill(-1);
    this.choice.fill(-1);
    for (const part of [this.clashes, this.occupancy, this.agendas, this.series, this.loads]) part.clear();
    this.tally.reset();
    this.steps = this.choices = 0;
    this.hard = 0;
    this.unplaced = this.compiled.activities;
    this.soft = this.series.emptyCost();
    for (let a = 0; a < this.compiled.activities; a++) this.soft += this.compiled.unplacedCost[a]!;
  }

  /** Takes over a plan; starts and resources outside the domains are left out. */
  load(start: ArrayLike<number>, choice: ArrayLike<number>): void {
    this.empty();
    const { needFrom, startCost, slots } = this.compiled;
    for (let a = 0; a < this.compiled.activities; a++) {
      const slot = start[a]!;
      if (slot < 0 || slot >= slots || startCost[a * slots + slot]! < 0) continue;
      if (!this.propose(a, choice)) continue;
      const limit = this.limit;
      this.limit = Infinity;
      this.step(a, slot);
      this.commit();
      this.limit = limit;
    }
    this.next.set(this.choice.subarray(0, needFrom[this.compiled.activities]));
  }

  private propose(a: number, choice: ArrayLike<number>): boolean {
    const { needFrom, useCost, resources } = this.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) {
      const r = choice[d]!;
      if (r < 0 || useCost[d * resources + r]! < 0) return false;
      this.next[d] = r;
    }
    return true;
  }

  /** The next step of a keeps its resources. */
  keep(a: number): void {
    const { needFrom } = this.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) this.next[d] = this.choice[d]!;
  }

  /** Moves an activity to a start (-1: takes it out) with the resources of `next`. False: too dear already, nothing of this step is done. */
  step(a: number, slot: number): boolean {
    const from = this.start[a]!;
    const moves = from !== slot;
    if (moves && !this.shift(a, from, slot)) return false;
    this.remember(a, from);
    if (from >= 0) this.lift(a, from, moves);
    this.start[a] = slot;
    this.take(a, slot);
    if (slot >= 0) this.drop(a, slot, moves);
    return true;
  }

  /** Whether `foresee` sees all that a move of one activity changes: one slot long, one resource of its own, judged by nothing that reads other moves. */
  get isForeseeable(): boolean {
    const { unit, features, relations, proximity } = this.compiled;
    return unit && features.cells && relations.kind.length === 0 && proximity.length === 0 && !this.loads.active && !this.agendas.limited;
  }

  /** Adds to the tally what a move to a cell would change, without making it. The activity has a place. What `other`, who changes places with it, takes part in as well stays as it is. */
  foresee(a: number, slot: number, r: number, other = -1): void {
    const { startCost, slots, needFrom, useCost, resources } = this.compiled;
    const d = needFrom[a]!;
    const [from, own] = [this.start[a]!, this.choice[d]!];
    this.tally.hard += this.occupancy.away(a, slot, r) - this.occupancy.away(a, from, own);
    this.tally.soft += useCost[d * resources + r]! - useCost[d * resources + own]!;
    if (this.series.active) this.series.foreseeResource(a, own, r, other);
    if (slot === from) return;
    this.tally.hard += this.clashes.at(a, slot) - this.clashes.at(a, from);
    this.tally.soft += startCost[a * slots + slot]! - startCost[a * slots + from]!;
    if (this.delta > this.limit + this.weight * this.hard) return;
    if (this.agendas.active) this.agendas.foresee(a, from, slot, other);
    if (this.series.active) this.series.foresee(a, from, slot, other);
  }

  /** What follows from the start alone: the cheap part, and often enough to say no. */
  private shift(a: number, from: number, slot: number): boolean {
    const { startCost, slots, unplacedCost } = this.compiled;
    const [hard, soft] = [this.tally.hard, this.tally.soft];
    if (!this.skipClashes) this.tally.hard += (slot >= 0 ? this.clashesAt(a, slot) : 0) - (from >= 0 ? this.clashesAt(a, from) : 0);
    const most = this.limit + this.weight * this.hard;
    if (this.delta > most) {
      this.tally.hard = hard;
      return false;
    }
    this.tally.soft += slot >= 0 ? startCost[a * slots + slot]! : unplacedCost[a]!;
    this.tally.soft -= from >= 0 ? startCost[a * slots + from]! : unplacedCost[a]!;
    this.fixed.shift(a, from, slot);
    if (this.delta <= most) return true;
    this.tally.hard = hard;
    this.tally.soft = soft;
    return false;
  }

  /** Clashes of a in a slot, the steps of this move counted in. */
  clashesAt(a: number, slot: number): number {
    let count = this.clashes.at(a, slot);
    for (let i = 0; i < this.steps; i++) {
      const b = this.moved[i]!;
      if (b === a || !this.clashes.linked(a, b)) continue;
      count += this.clashes.overlap(a, slot, b, this.after(i)) - this.clashes.overlap(a, slot, b, this.before[i]!);
    }
    return count;
  }

  /** Where a step led: an activity may be moved again within one move. */
  private after(i: number): number {
    const a = this.moved[i]!;
    for (let k = i + 1; k < this.steps; k++) if (this.moved[k] === a) return this.before[k]!;
    return this.start[a]!;
  }

  private remember(a: number, from: number): void {
    const { needFrom } = this.compiled;
    this.moved[this.steps] = a;
    this.before[this.steps++] = from;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) this.beforeChoice[this.choices++] = this.choice[d]!;
  }

  private take(a: number, slot: number): void {
    const { needFrom } = this.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) this.choice[d] = slot < 0 ? -1 : this.next[d]!;
  }

  private lift(a: number, slot: number, moves: boolean): void {
    const { needFrom, useCost, resources } = this.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) {
      const r = this.choice[d]!;
      this.tally.soft -= useCost[d * resources + r]!;
      this.occupancy.lift(d, slot, r);
      if (this.series.active) this.series.liftResource(a, r);
      if (this.loads.active) this.loads.change(a, slot, r, -1);
    }
    if (!moves) return;
    if (this.agendas.active) this.agendas.lift(a, slot);
    if (this.series.active) this.series.liftStart(a, slot);
  }

  private drop(a: number, slot: number, moves: boolean): void {
    const { needFrom, useCost, resources } = this.compiled;
    for (let d = needFrom[a]!; d < needFrom[a + 1]!; d++) {
      const r = this.choice[d]!;
      this.tally.soft += useCost[d * resources + r]!;
      this.occupancy.drop(d, slot, r);
      if (this.series.active) this.series.dropResource(a, r);
      if (this.loads.active) this.loads.change(a, slot, r, 1);
    }
    if (!moves) return;
    if (this.agendas.active) this.agendas.drop(a, slot);
    if (this.series.active) this.series.dropStart(a, slot);
  }

  /** Makes the steps permanent. */
  commit(): void {
    for (let i = 0; i < this.steps; i++) {
      const from = this.before[i]!;
      const to = this.after(i);
      if (from === to) continue;
      this.clashes.move(this.moved[i]!, from, to);
      this.unplaced += (to < 0 ? 1 : 0) - (from < 0 ? 1 : 0);
    }
    this.hard += this.tally.hard;
    this.soft += this.tally.soft;
    this.tally.reset();
    this.steps = this.choices = 0;
  }

  /** Takes the steps back, last first. */
  rollback(): void {
    const { needFrom } = this.compiled;
    while (this.steps > 0) {
      const a = this.moved[--this.steps]!;
      const [from, now] = [this.before[this.steps]!, this.start[a]!];
      if (now >= 0) this.lift(a, now, from !== now);
      this.choices -= needFrom[a + 1]! - needFrom[a]!;
      for (let d = needFrom[a]!, i = this.choices; d < needFrom[a + 1]!; d++, i++) this.choice[d] = this.beforeChoice[i]!;
      this.start[a] = from;
      if (from >= 0) this.drop(a, from, from !== now);
    }
    this.tally.reset();
  }

  /** The present plan. */
  plan(): Plan {
    return { start: [...this.start], choice: [...this.choice] };
  }
}
