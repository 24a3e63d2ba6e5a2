/** Part of the budget that the pilot takes. */
const PILOT = 0.08;
/** The pilot's range, in multiples of the middle rise of a trial move. */
const PILOT_HOT = 15;
const PILOT_COLD = 0.004;

export const range: Record<string, number> = { hot: 0.7, cold: 0.008 };

/**
 * Temperatures. A short pilot cools through a wide range and notes the cost on the way; the main run spends its time only where the
 * pilot's cost was falling: from where about half of the fall was still to come, to where nearly all of it had happened.
 * So the range follows from the model, not from tables.
 */
export class Schedule {
  private readonly notes: { temperature: number; cost: number }[] = [];
  private hot = 1;
  private cold = 1;
  private middle = 1;
  private learned = false;

  /** `heat` below 1 keeps near the plan that the search starts from. */
  begin(middle: number, heat: number): void {
    this.middle = middle;
    this.learned = heat < 1;
    this.hot = middle * PILOT_HOT * heat;
    this.cold = Math.min(this.hot, middle * PILOT_COLD);
  }

  /** Temperature at a progress from 0 to 1. */
  at(progress: number): number {
    if (progress < PILOT) return between(this.hot, this.cold, progress / PILOT);
    if (!this.learned) this.learn();
    return between(this.hot, this.cold, (progress - PILOT) / (1 - PILOT));
  }

  note(temperature: number, cost: number): void {
    if (!this.learned) this.notes.push({ temperature, cost });
  }

  private learn(): void {
    this.learned = true;
    const least = Math.min(...this.notes.map((one) => one.cost));
    const fall = (this.notes[0]?.cost ?? least) - least;
    if (fall <= 0) return;
    const [fullHot, fullCold] = [this.hot, this.cold];
    this.hot = this.below(least + range.hot! * fall) ?? fullHot;
    this.cold = Math.min(this.hot, this.below(least + range.cold! * fall) ?? fullCold);
  }

  /** First temperature at which the pilot's cost was below a level. */
  private below(level: number): number | undefined {
    return this.notes.find((one) => one.cost <= level)?.temperature;
  }

  get report(): string {
    return `${this.hot.toFixed(2)}..${this.cold.toFixed(3)} of ${this.middle}`;
  }
}

const between = (from: number, to: number, part: number): number => from * Math.pow(to / from, Math.min(1, Math.max(0, part)));
