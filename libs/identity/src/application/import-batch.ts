import { setTimeout as pause } from 'node:timers/promises';
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
  /** The batch before, perhaps still on its way: true when it is in the database. Its own failure is its own. */
  readonly before: Promise<boolean>;
}

interface ReadBatch {
  readonly fromLine: number;
  readonly before: Promise<boolean>;
  readonly toLine: number;
  readonly people: readonly ImportedPerson[];
  readonly faults: readonly LineFault[];
}

const SLOW_STATEMENT_MS = 30_000;
const MOST_TRIES = 5;
/** How long a batch keeps what it wrote while it waits for the one before, which may be waiting for that; idle transactions are ended after ten seconds. */
const LONGEST_TURN_MS = 3_000;
/** Lines behind which the statistics of people are taken anew: each time there are many times more. */
const GROWTH = [1_000, 5_000, 25_000, 125_000, 625_000];

/**
 * The inner step of an import: a few hundred rows in a transaction of their own, with the line up to which the file is done. Rows are
 * found and added while the batch before is still on its way, on another connection; entered is one batch after the other.
 */
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
    const { fromLine, before } = batch;
    const read = { ...readRows(batch.rows, context), fromLine, before, toLine: batch.rows.at(-1)?.line ?? fromLine };
    for (let attempt = 1; ; attempt++) {
      try {
        await this.database.as(actor, (tx) => this.once(tx, running, read), { statementTimeout: SLOW_STATEMENT_MS });
        return true;
      } catch (error) {
        if (error instanceof Overtaken) return false;
        if (!(error instanceof PeopleMeanwhile || error instanceof SteppedBack) || attempt === MOST_TRIES) throw error;
        await before;
      }
    }
  }

  private async once(tx: Tx, running: PeopleImport, batch: ReadBatch): Promise<void> {
    const placed = await this.people.look(tx, running.organisationId, batch.people);
    const newcomers = newcomersOf(batch.people, placed);
    if (!running.dryRun) await this.add(tx, running, newcomers);
    await turn(batch.before);
    const soFar = await this.enter(tx, running, batch, newcomers.length);
    await this.lead(tx, running, { soFar, people: membersOf(batch.people, placed) });
  }

  /** Answers where the people of the batches before arrived. */
  private async enter(tx: Tx, running: PeopleImport, { fromLine, toLine, people, faults }: ReadBatch, added: number): Promise<ImportCounts> {
    const skipped = new Set(faults.map(({ line }) => line)).size;
    const soFar = await this.imports.advance(tx, running.id, { fromLine, toLine, added, known: people.length - added, skipped });
    if (!soFar) throw new Overtaken();
    await this.imports.insertFaults(tx, running, faults);
    if (!running.dryRun && GROWTH.some((line) => fromLine < line && line <= toLine)) await this.people.noteGrowth(tx);
    return soFar;
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

/** Rolls the batch back, so that the one before can get past what it wrote; it begins again behind that one. */
class SteppedBack extends Error {}

async function turn(before: Promise<boolean>): Promise<void> {
  const waiting = new AbortController();
  const patience = pause(LONGEST_TURN_MS, 'too long' as const, { signal: waiting.signal }).catch(() => 'over' as const);
  const came = await Promise.race([before, patience]);
  waiting.abort();
  if (came === 'too long') throw new SteppedBack();
  if (came === false) throw new Overtaken();
}

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
