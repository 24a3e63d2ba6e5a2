import { setTimeout as pause } from 'node:timers/promises';
import { type Outcome } from '../domain/outcome.js';

const MOST_TRIES = 6;
/** The answers to letters that left together come together: one write for all of them. */
const GATHER_MS = 8;

/**
 * Writes outcomes as they come, many in one statement when they come fast: they gather for a moment, and while a write is under way.
 * A row stays "sending" no longer than it must, because what is "sending" when the worker dies is sent twice.
 */
export class OutcomeRecorder {
  private gathering?: { readonly outcomes: Outcome[] };
  private readonly writes: Promise<void>[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly write: (outcomes: readonly Outcome[]) => Promise<unknown>) {}

  record(outcome: Outcome): void {
    this.gathering ??= this.gather();
    this.gathering.outcomes.push(outcome);
  }

  /** Resolves when all is written; throws when the database stayed away too long. */
  async settled(): Promise<void> {
    await Promise.all(this.writes);
  }

  private gather(): { readonly outcomes: Outcome[] } {
    const outcomes: Outcome[] = [];
    const written = Promise.all([pause(GATHER_MS), this.last.catch(() => undefined)]).then(() => {
      this.gathering = undefined;
      return this.insist(outcomes);
    });
    // Heard of by `settled`; until then nobody waits for it.
    written.catch(() => undefined);
    this.writes.push(written);
    this.last = written;
    return { outcomes };
  }

  /** The mail has left: a few seconds without the database are no reason to send it again. */
  private async insist(outcomes: readonly Outcome[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.write(outcomes);
        return;
      } catch (error) {
        if (attempt >= MOST_TRIES) throw error;
        await pause(100 * 2 ** attempt);
      }
    }
  }
}
