const FIRST_MS = 1_000;
const LONGEST_MS = 15_000;

/**
 * When the mail server is in trouble, all wait instead of each finding it out alone: one second, then twice as long each time, at most
 * fifteen. After a pause a single message goes first to see.
 */
export class ServerPause {
  private troubles = 0;
  private until = 0;

  /** `now` in milliseconds of any clock that does not jump. */
  trouble(now: number, chance: number): void {
    if (this.isOn(now)) return;
    this.until = now + Math.min(LONGEST_MS, FIRST_MS * 2 ** this.troubles) * (0.75 + chance / 4);
    this.troubles++;
  }

  works(): void {
    this.troubles = 0;
  }

  isOn(now: number): boolean {
    return now < this.until;
  }

  /** True until something was handed over again. */
  get isProbing(): boolean {
    return this.troubles > 0;
  }
}
