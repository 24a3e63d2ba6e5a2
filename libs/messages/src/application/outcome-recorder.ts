import { setTimeout as pause } from 'node:timers/promises';
import { type Outcome } from '../domain/outcome.js';

interface Batch {
  readonly outcomes: Outcome[];
  readonly written: Promise<void>;
}

const MOST_TRIES = 6;
/** The answers to letters that left together come together: one write for all of them. */
const GATHER_MS = 8;

/**
 * Writes outcomes as they come, many in one statement when they come fast: they gather for a moment, and while a write is under way.
 * A row stays "sending" no longer than it must, because what is "sending" when the worker dies is sent twice.
 */
export class OutcomeRecorder {
  private gathering?: Batch;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly write: (outcomes: readonly Outcome[]) => Promise<unknown>) {}

  /** Resolves when it is written; throws when the database stayed away too long. */
  record(...outcomes: readonly Outcome[]): Promise<void> {
    this.gathering ??= this.gather();
    this.gathering.outcomes.push(...outcomes);
    return this.gathering.written;
  }

  private gather(): Batch {
    const outcomes: Outcome[] = [];
    const written = Promise.all([pause(GATHER_MS), this.last.catch(() => undefined)])
      .then(() => {
        this.gathering = undefined;
        return this.insist(outcomes);
      });
    this.last = written;
    return { outcomes, written };
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
