import { setTimeout as pause } from 'node:timers/promises';
import { type Embedded } from '../installation/embedded.js';
import { type Keeper } from '../installation/keeper.js';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Starts the embedded PostgreSQL again when it ends by itself; api and worker find it at the same address. */
export class DatabaseWatch {
  private keeper: Keeper;
  private stopping = false;

  constructor(
    private readonly embedded: Embedded,
    private readonly warn: (line: string) => void,
  ) {
    this.keeper = embedded.keeper;
    this.watch();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.keeper.stop();
  }

  private watch(): void {
    this.keeper.process.once('exit', () => void this.restart());
  }

  private async restart(): Promise<void> {
    for (let wait = FIRST_PAUSE; !this.stopping; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      this.warn(`The database ended by itself; starting it again in ${wait / 1_000} s.`);
      await pause(wait, undefined, { ref: false });
      if (this.stopping) return;
      try {
        this.keeper = await this.embedded.restart();
        this.watch();
        return;
      } catch (error) {
        this.warn(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
