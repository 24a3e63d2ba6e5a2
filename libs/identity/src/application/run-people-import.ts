import { Injectable } from '@nestjs/common';
import { type Actor, Database, FileRefused, frugally, openTable, type Table, TableBroken, type TableRow } from '@app/platform';
import { type ImportContext, readRow } from '../domain/people-import/import-row.js';
import { LineIndex } from '../domain/people-import/line-index.js';
import { type ImportWishes } from '../domain/people-import/people-import.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';
import { ImportBatch } from './import-batch.js';
import { ImportLanes } from './import-lanes.js';
import { ImportSites } from './import-sites.js';

const BATCH_ROWS = 500;
/** Address and reference. */
const KEYS_OF_A_PERSON = 2;

export interface ImportRun {
  readonly importId: string;
  /** Where the file lies on this machine. */
  readonly path: string;
  /** Stops at the next batch; the import stays unfinished and can be taken up again. */
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1. */
  readonly progress?: (share: number) => Promise<void> | void;
}

/**
 * Reads a list from where it was left to its end. First the whole file is read without doing anything, so that a fault of the file
 * refuses the file; then batch by batch, each with the line up to which it is done, so that a killed run loses nothing and repeats nothing.
 */
@Injectable()
export class RunPeopleImport {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly sites: ImportSites,
    private readonly batches: ImportBatch,
  ) {}

  /** The import as it stands afterwards; undefined when it is over, cancelled or unknown. */
  execute(actor: Actor, run: ImportRun): Promise<PeopleImport | undefined> {
    return frugally(() => this.wholeList(actor, run));
  }

  private async wholeList(actor: Actor, run: ImportRun): Promise<PeopleImport | undefined> {
    const waiting = await this.database.as(actor, (tx) => this.imports.find(tx, run.importId));
    if (!waiting || !['waiting', 'running'].includes(waiting.state)) return undefined;
    const total = await countRows(run.path, waiting.sheet);
    if (total instanceof FileRefused) return this.database.as(actor, (tx) => this.imports.end(tx, run.importId, 'refused', total));
    const running = await this.database.as(actor, (tx) => this.imports.run(tx, run.importId, total));
    if (!running) return undefined;
    const wishes = running.wishes as ImportWishes;
    const context = { wishes, seen: new LineIndex(total * KEYS_OF_A_PERSON), ...(await this.sites.of(actor, running.organisationId)) };
    const finished = await this.rows(actor, running, run, context);
    return this.database.as(actor, async (tx) => {
      if (finished) return this.imports.end(tx, run.importId, 'done');
      const left = await this.imports.lock(tx, run.importId);
      // Otherwise it was told to stop, or another runner took over: whoever goes on ends it.
      return left?.state === 'running' && left.cancelAsked ? this.imports.end(tx, run.importId, 'cancelled') : left;
    });
  }

  /** False when it was stopped on the way. */
  private async rows(actor: Actor, running: PeopleImport, run: ImportRun, context: ImportContext): Promise<boolean> {
    const table = await openTable(run.path, { sheet: running.sheet ?? undefined });
    if (table instanceof FileRefused) throw new Error(`The file changed while it was imported: ${table.reason}`);
    const lanes = new ImportLanes((rows, from) => this.batches.execute(actor, running, { rows, ...from }, context), running);
    try {
      for await (const rows of inBatches(notDone(table, running.line, context), BATCH_ROWS)) {
        if (run.signal?.aborted || !(await lanes.send(rows))) return false;
        await tell(run, lanes.rowsRead, running);
      }
      const finished = await lanes.end();
      await tell(run, lanes.rowsRead, running);
      return finished;
    } finally {
      await lanes.settled();
      await table.close();
    }
  }
}

async function tell({ progress }: ImportRun, rowsRead: number, { rowsTotal }: PeopleImport): Promise<void> {
  await progress?.(rowsRead / Math.max(1, rowsTotal ?? 0));
}

/** Reads to the end without doing anything: the number of rows, or why the file cannot be used. */
async function countRows(path: string, sheet: string | null): Promise<number | FileRefused> {
  const table = await openTable(path, { sheet: sheet ?? undefined });
  if (table instanceof FileRefused) return table;
  let count = 0;
  try {
    for await (const rows of table.rows()) count += rows.length;
    return count;
  } catch (error) {
    if (error instanceof TableBroken) return error.refusal;
    throw error;
  } finally {
    await table.close();
  }
}

type Rows = AsyncGenerator<readonly TableRow[], void, undefined>;

/** Rows behind those that an earlier run did. What these hold is remembered, so that a repetition further down is found. */
async function* notDone(table: Table, doneLine: number, context: ImportContext): Rows {
  for await (const rows of table.rows()) {
    for (const row of rows) if (row.line <= doneLine) readRow(row, context);
    yield rows.filter((row) => row.line > doneLine);
  }
}

async function* inBatches(batches: Rows, size: number): Rows {
  let open: TableRow[] = [];
  for await (const rows of batches) {
    for (const row of rows) {
      open.push(row);
      if (open.length < size) continue;
      yield open;
      open = [];
    }
  }
  if (open.length > 0) yield open;
}
