/** Part of the budget that the pilot takes. */
const PILOT = 0.08;
/** The pilot's range, in multiples of the middle rise of a trial move. */
const PILOT_HOT = 30;
const PILOT_COLD = 0.002;
/** Looks at the plan during the pilot; each compares with the plan of some looks before. */
const LOOKS = 60;
const BACK = 5;
/** How many looks to each side are taken together. */
const AROUND = 1;
/** The main run begins where this part of the plan is still the same after so long …*/
const KEPT = 0.2;
/** … and this much hotter: what sets in there has to be sought in order, not caught. */
const AHEAD = 4;
/** It ends where only this part of the moves is taken although they cost. */
const RISING = 0.0008;

interface Look {
  readonly temperature: number;
  /** Part of the activities that start where an earlier look saw them. */
  readonly kept: number;
  /** Part of the moves that were taken although they cost. */
  readonly rising: number;
}

/**
 * Temperatures. A short pilot cools through a wide range and watches how long the plan is remembered: above a certain temperature nothing
 * is, and time spent there is lost; further down the plan freezes. The main run cools from where memory sets in to where hardly any move
 * that costs is taken any more. So the range follows from the model, not from tables.
 */
export class Schedule {
  private readonly looks: Look[] = [];
  private readonly seen: Int32Array[] = [];
  private hot = 1;
  private cold = 1;
  private middle = 1;
  private learned = false;
  /** Progress at which the main run began. */
  private mainBegin = 0;

  /** `heat` below 1 keeps near the plan that the search starts from: nothing is learned then. */
  begin(middle: number, heat: number): void {
    this.middle = middle;
    this.learned = heat < 1;
    this.hot = middle * PILOT_HOT * heat;
    this.cold = Math.min(this.hot, middle * PILOT_COLD);
  }

  /** Periods are short while the pilot runs: where it is hot a move may cost a hundred times as much as later, and the range would be over after a few of them. */
  get isPiloting(): boolean {
    return !this.learned;
  }

  /** Temperature at a progress from 0 to 1. */
  at(progress: number): number {
    if (!this.learned) {
      if (progress < PILOT) return between(this.hot, this.cold, progress / PILOT);
      this.mainBegin = progress;
      this.learn();
    }
    return between(this.hot, this.cold, (progress - this.mainBegin) / (1 - this.mainBegin));
  }

  /** A look at the plan after a period of so many moves at a temperature, of which `worse` were taken although they cost. */
  look(progress: number, temperature: number, start: Int32Array, { moves, worse }: { moves: number; worse: number }): void {
    if (this.learned || progress * LOOKS < this.looks.length * PILOT) return;
    const before = this.seen.length < BACK ? start : this.seen.shift()!;
    let same = 0;
    for (let a = 0; a < start.length; a++) if (before[a] === start[a]) same++;
    this.looks.push({ temperature, kept: same / start.length, rising: worse / moves });
    this.seen.push(start.slice());
  }

  private learn(): void {
    this.learned = true;
    this.seen.length = 0;
    const fullCold = this.cold;
    this.hot = Math.min(this.hot, AHEAD * (this.forgetful() ?? this.hot));
    this.cold = Math.min(this.hot / 2, this.looks.find((one) => one.rising < RISING)?.temperature ?? fullCold);
  }

  /** The coldest temperature at which plans are still forgotten, by the mean of a few looks; where none is within so short a time, that at which they change most. */
  private forgetful(): number | undefined {
    const { looks } = this;
    const mean = (i: number) => looks.slice(i - AROUND, i + AROUND + 1).reduce((sum, one) => sum + one.kept, 0) / (2 * AROUND + 1);
    let [least, most] = [Infinity, undefined as number | undefined];
    for (let i = looks.length - AROUND - 1; i >= BACK + AROUND; i--) {
      if (mean(i) < KEPT) return looks[i]!.temperature;
      if (mean(i) < least) [least, most] = [mean(i), looks[i]!.temperature];
    }
    return most;
  }

  get report(): string {
    return `${this.hot.toFixed(2)}..${this.cold.toFixed(3)} of ${this.middle}`;
  }
}

const between = (from: number, to: number, part: number): number => from * Math.pow(to / from, Math.min(1, Math.max(0, part)));
