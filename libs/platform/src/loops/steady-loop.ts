import { Logger } from '@nestjs/common';

interface LoopOptions {
  readonly name: string;
  /** Longest pause in milliseconds: work that no wake-up announced is found by then. */
  readonly every: number;
  /** Does a portion; answers true when more may be waiting, or in how many milliseconds there may be. */
  readonly work: (signal: AbortSignal) => Promise<boolean | number>;
}

const LONGEST_TROUBLE = 5_000;

/**
 * Does work again and again: at once while there is more, else after a tick or a wake-up, whichever comes first. A failure is logged and
 * waited out; the loop never ends by itself. No cron expression, so nothing depends on a wall clock.
 */
export class SteadyLoop {
  private readonly log: Logger;
  private readonly stopping = new AbortController();
  private woken = false;
  private wakeUp: () => void = () => undefined;
  private running?: Promise<void>;
  private troubles = 0;

  constructor(private readonly options: LoopOptions) {
    this.log = new Logger(options.name);
  }

  start(): void {
    this.running ??= this.run();
  }

  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  /** Resolves when the portion that was under way is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeUp();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      this.woken = false;
      const pause = await this.portion(signal);
      if (pause > 0 && !this.woken && !signal.aborted) await this.sleep(pause);
    }
  }

  /** Answers how long to sleep. */
  private async portion(signal: AbortSignal): Promise<number> {
    try {
      const more = await this.options.work(signal);
      if (this.troubles > 0) this.log.warn(`Works again after ${this.troubles} failures.`);
      this.troubles = 0;
      if (typeof more === 'number') return more;
      return more ? 0 : this.options.every;
    } catch (error) {
      this.troubles++;
      if (this.troubles === 1 || this.troubles % 60 === 0) this.log.error(error instanceof Error ? (error.stack ?? error.message) : error);
      return Math.min(LONGEST_TROUBLE, 250 * 2 ** Math.min(this.troubles, 6)) * (0.5 + Math.random() / 2);
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}
