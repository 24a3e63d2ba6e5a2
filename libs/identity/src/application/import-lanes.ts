import { type TableRow } from '@app/platform';

/** Does a batch, entered behind the one before. */
type DoBatch = (rows: readonly TableRow[], from: { readonly fromLine: number; readonly before: Promise<boolean> }) => Promise<boolean>;

/**
 * Two batches on their way at a time, entered in the order of the file: while one is written, the next is read and found on another
 * connection, so that neither we nor the database wait for each other.
 */
export class ImportLanes {
  /** Rows of batches that are entered. */
  rowsRead: number;
  private line: number;
  private last: { readonly entered: Promise<boolean>; readonly rows: number };

  constructor(
    private readonly work: DoBatch,
    from: { readonly line: number; readonly rowsRead: number },
  ) {
    ({ line: this.line, rowsRead: this.rowsRead } = from);
    this.last = { entered: Promise.resolve(true), rows: 0 };
  }

  /** Begins a batch and waits for the one before. False when that was not entered, and so will no other be. Throws what that one threw. */
  async send(rows: readonly TableRow[]): Promise<boolean> {
    const before = this.last;
    const entered = this.work(rows, { fromLine: this.line, before: before.entered });
    // Who waits for it hears of its failure; until then it is not one that nobody heard of.
    entered.catch(() => undefined);
    this.line = rows.at(-1)?.line ?? this.line;
    this.last = { entered, rows: rows.length };
    return this.arrived(before);
  }

  /** Waits for the last batch. False when it was not entered. */
  end(): Promise<boolean> {
    return this.arrived(this.last);
  }

  /** Nothing is on its way any more, however it ended. */
  async settled(): Promise<void> {
    await this.last.entered.catch(() => undefined);
  }

  private async arrived({ entered, rows }: { readonly entered: Promise<boolean>; readonly rows: number }): Promise<boolean> {
    const yes = await entered;
    if (yes) this.rowsRead += rows;
    return yes;
  }
}
