/**
 * Lets jobs run side by side, except suspects: a job that was started before and came to no end may kill its worker, and then takes
 * everything with it that runs at the same time. It runs alone, so that only its own count of deaths grows.
 */
export class SuspectGate {
  private running = 0;
  private suspects: Promise<void> = Promise.resolve();
  private whenEmpty: () => void = () => undefined;

  async beside<T>(work: () => Promise<T>): Promise<T> {
    await this.suspects;
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      if (this.running === 0) this.whenEmpty();
    }
  }

  /** Waits until everything that runs is done; what comes meanwhile waits. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const earlier = this.suspects;
    let done: () => void = () => undefined;
    this.suspects = new Promise((resolve) => (done = resolve));
    try {
      await earlier;
      if (this.running > 0) await new Promise<void>((resolve) => (this.whenEmpty = resolve));
      return await work();
    } finally {
      done();
    }
  }
}
