import { Injectable } from '@nestjs/common';
import { type Actor, Database, type TableRow, type Tx } from '@app/platform';
import { type ImportContext, type ImportedPerson, isFaulty, readRow } from '../domain/people-import/import-row.js';
import { keptCells, type LineFault } from '../domain/people-import/people-import.js';
import { ImportBatchStore, PeopleMeanwhile, type PlacedPerson } from '../persistence/import-batch.store.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';
import { ImportFollowUp } from './import-follow-up.js';
import { type ImportCounts, type ImportedMember } from './import-targets.js';

/** Rows that are read and done together. */
export interface Batch {
  readonly rows: readonly TableRow[];
  /** Last line of the batch before. */
  readonly fromLine: number;
}

interface ReadBatch {
  readonly fromLine: number;
  readonly toLine: number;
  readonly people: readonly ImportedPerson[];
  readonly faults: readonly LineFault[];
}

const SLOW_STATEMENT_MS = 30_000;
const MOST_TRIES = 5;
/** Lines behind which the statistics of people are taken anew: each time there are many times more. */
const GROWTH = [1_000, 5_000, 25_000, 125_000, 625_000];

/** The inner step of an import: a few hundred rows in a transaction of their own, with the line up to which the file is done. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly people: ImportBatchStore,
    private readonly followUp: ImportFollowUp,
  ) {}

  /** False when the import was cancelled, ended or taken over by another runner: then nothing of this batch was done. */
  async execute(actor: Actor, running: PeopleImport, batch: Batch, context: ImportContext): Promise<boolean> {
    const read = { ...readRows(batch.rows, context), fromLine: batch.fromLine, toLine: batch.rows.at(-1)?.line ?? batch.fromLine };
    for (let attempt = 1; ; attempt++) {
      try {
        await this.database.as(actor, (tx) => this.once(tx, running, read), { statementTimeout: SLOW_STATEMENT_MS });
        return true;
      } catch (error) {
        if (error instanceof Overtaken) return false;
        if (!(error instanceof PeopleMeanwhile) || attempt === MOST_TRIES) throw error;
      }
    }
  }

  private async once(tx: Tx, running: PeopleImport, { fromLine, toLine, people, faults }: ReadBatch): Promise<void> {
    const placed = await this.people.look(tx, running.organisationId, people);
    const newcomers = newcomersOf(people, placed);
    const skipped = new Set(faults.map(({ line }) => line)).size;
    const outcome = { fromLine, toLine, added: newcomers.length, known: people.length - newcomers.length, skipped };
    const soFar = await this.imports.advance(tx, running.id, outcome);
    if (!soFar) throw new Overtaken();
    await this.imports.insertFaults(tx, running, faults);
    if (!running.dryRun) await this.add(tx, running, newcomers);
    if (!running.dryRun && GROWTH.some((line) => fromLine < line && line <= toLine)) await this.people.noteGrowth(tx);
    await this.lead(tx, running, { soFar, people: membersOf(people, placed) });
  }

  private async add(tx: Tx, running: PeopleImport, newcomers: readonly (ImportedPerson & { personId: string })[]): Promise<void> {
    await this.people.add(tx, running.organisationId, newcomers, running.wishes.invite ? 'invited' : 'active');
    await this.followUp.welcome(tx, running, newcomers);
  }

  private async lead(tx: Tx, running: PeopleImport, batch: { readonly soFar: ImportCounts; readonly people: readonly ImportedMember[] }): Promise<void> {
    const arrivals = await this.followUp.lead(tx, running, batch);
    if (arrivals) await this.imports.arrive(tx, running.id, arrivals);
  }
}

/** Rolls the batch back: its lines are somebody else's, or nobody's. */
class Overtaken extends Error {}

function readRows(rows: readonly TableRow[], context: ImportContext): Pick<ReadBatch, 'people' | 'faults'> {
  const people: ImportedPerson[] = [];
  const faults: LineFault[] = [];
  for (const row of rows) {
    const read = readRow(row, context);
    if (isFaulty(read)) faults.push(...read.map((fault) => ({ ...fault, cells: keptCells(row.cells) })));
    else people.push(read);
  }
  return { people, faults };
}

/** Everybody of a batch in the order of the file. */
function membersOf(people: readonly ImportedPerson[], placed: readonly PlacedPerson[]): readonly ImportedMember[] {
  const byLine = new Map(placed.map((place) => [place.line, place]));
  return people.flatMap(({ line }) => {
    const place = byLine.get(line);
    return place ? [{ line, personId: place.knownId ?? place.newId, isNew: place.knownId === null }] : [];
  });
}

function newcomersOf(people: readonly ImportedPerson[], placed: readonly PlacedPerson[]): readonly (ImportedPerson & { personId: string })[] {
  const byLine = new Map(placed.map((place) => [place.line, place]));
  return people.flatMap((person) => {
    const place = byLine.get(person.line);
    return place && place.knownId === null ? [{ ...person, personId: place.newId }] : [];
  });
}
