import { Injectable } from '@nestjs/common';
import { Database, type Actor, type TableRow } from '@app/platform';
import { type ImportContext, type ImportedPerson, isFaulty, readRow } from '../domain/people-import/import-row.js';
import { type LineFault } from '../domain/people-import/people-import.js';
import { ImportBatchStore } from '../persistence/import-batch.store.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';
import { WelcomeImported } from './welcome-imported.js';

/** Rows that are read and done together. */
export interface Batch {
  readonly rows: readonly TableRow[];
  /** Last line of the batch before. */
  readonly fromLine: number;
}

const SLOW_STATEMENT_MS = 30_000;

/** The inner step of an import: a few hundred rows in a transaction of their own, with the line up to which the file is done. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly people: ImportBatchStore,
    private readonly welcome: WelcomeImported,
  ) {}

  /** False when the import was cancelled, ended or taken over by another runner: then nothing of this batch was done. */
  execute(actor: Actor, running: PeopleImport, batch: Batch, context: ImportContext): Promise<boolean> {
    const { people, faults } = readRows(batch.rows, context);
    const toLine = batch.rows.at(-1)?.line ?? batch.fromLine;
    return this.database.as(
      actor,
      async (tx) => {
        const state = context.wishes.invite ? 'invited' : 'active';
        const { organisationId } = running;
        const placed = running.dryRun ? await this.people.look(tx, organisationId, people) : await this.people.add(tx, organisationId, people, state);
        const added = placed.filter(({ outcome }) => outcome === 'added');
        const skipped = new Set(faults.map(({ line }) => line)).size;
        const outcome = { fromLine: batch.fromLine, toLine, added: added.length, known: placed.length - added.length, skipped };
        if (!(await this.imports.advance(tx, running.id, outcome))) throw new Overtaken();
        await this.imports.insertFaults(tx, running, faults);
        if (!running.dryRun) await this.welcome.execute(tx, running, withPerson(people, added));
        return true;
      },
      { statementTimeout: SLOW_STATEMENT_MS },
    ).catch((error: unknown) => {
      if (error instanceof Overtaken) return false;
      throw error;
    });
  }
}

/** Rolls the batch back: its lines are somebody else's, or nobody's. */
class Overtaken extends Error {}

function readRows(rows: readonly TableRow[], context: ImportContext): { people: ImportedPerson[]; faults: LineFault[] } {
  const people: ImportedPerson[] = [];
  const faults: LineFault[] = [];
  for (const row of rows) {
    const read = readRow(row, context);
    if (isFaulty(read)) faults.push(...read);
    else people.push(read);
  }
  return { people, faults };
}

function withPerson(people: readonly ImportedPerson[], placed: readonly { line: number; personId: string }[]): (ImportedPerson & { personId: string })[] {
  const byLine = new Map(people.map((person) => [person.line, person]));
  return placed.flatMap(({ line, personId }) => {
    const person = byLine.get(line);
    return person ? [{ ...person, personId }] : [];
  });
}
