import { Injectable } from '@nestjs/common';
import { type ColumnMapping, type FileRefused, type Page, pageOf, type PageRequest, type Table, type Tx } from '@app/platform';
import { type ImportField } from '../domain/people-import/import-fields.js';
import { type ImportState, type ImportWishes, type LineFault } from '../domain/people-import/people-import.js';

export interface PeopleImport {
  readonly id: string;
  readonly organisationId: string;
  readonly state: ImportState;
  readonly fileName: string;
  /** Of a workbook: the sheet that is read, and all that it has. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly header: readonly string[];
  readonly wishes: Partial<ImportWishes>;
  readonly dryRun: boolean;
  readonly cancelAsked: boolean;
  /** Known once the file was checked from end to end. */
  readonly rowsTotal: number | null;
  /** Last line that is done. */
  readonly line: number;
  readonly rowsRead: number;
  readonly added: number;
  /** People who were there already; nothing was changed about them. */
  readonly known: number;
  /** Rows with faults. */
  readonly skipped: number;
  /** What became of people where the import leads: "enrolled", "waiting", "already". */
  readonly arrivals: Readonly<Record<string, number>>;
  readonly refusal: Pick<FileRefused, 'reason' | 'values'> | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** What an opened file says about itself. */
type Headed = Pick<Table, 'sheet' | 'sheets' | 'header'>;

/** What one batch of lines came to. */
export interface BatchOutcome {
  readonly fromLine: number;
  readonly toLine: number;
  readonly added: number;
  readonly known: number;
  readonly skipped: number;
}

const COLUMNS = `id, organisation_id as "organisationId", state, file_name as "fileName", sheet, sheets, header, wishes, dry_run as "dryRun", cancel_asked as "cancelAsked", rows_total as "rowsTotal",
  line, rows_read as "rowsRead", added, known, skipped, arrivals, refusal, created_at as "createdAt", finished_at as "finishedAt"`;

/** Nobody reads more faults than this; all are counted. */
const MOST_FAULTS = 10_000;
const CHUNK = 512 * 1_024;

@Injectable()
export class PeopleImportStore {
  async insert(tx: Tx, given: Pick<PeopleImport, 'organisationId' | 'fileName'> & { readonly digest: Buffer; readonly table: Headed }): Promise<PeopleImport> {
    const { sheet, sheets = [], header } = given.table;
    const rows = await tx.query<PeopleImport>(
      `insert into people_import (organisation_id, file_name, file_digest, sheet, sheets, header, created_by) values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
      [given.organisationId, given.fileName, given.digest, sheet ?? null, JSON.stringify(sheets), JSON.stringify(header), tx.actor.personId ?? null],
    );
    return only(rows);
  }

  /** Another sheet of the same workbook: what was tried with the one before is forgotten. */
  async turnTo(tx: Tx, id: string, { sheet, header }: Headed): Promise<PeopleImport> {
    await tx.query('delete from people_import_fault where import_id = $1', [id]);
    const rows = await tx.query<PeopleImport>(
      `update people_import set state = 'uploaded', sheet = $2, header = $3, wishes = '{}', dry_run = false, cancel_asked = false, rows_total = null, line = 0, rows_read = 0, added = 0,
         known = 0, skipped = 0, arrivals = '{}', refusal = null, started_at = null, finished_at = null where id = $1 returning ${COLUMNS}`,
      [id, sheet ?? null, JSON.stringify(header)],
    );
    return only(rows);
  }

  async find(tx: Tx, id: string): Promise<PeopleImport | undefined> {
    return (await tx.query<PeopleImport>(`select ${COLUMNS} from people_import where id = $1`, [id]))[0];
  }

  async lock(tx: Tx, id: string): Promise<PeopleImport | undefined> {
    return (await tx.query<PeopleImport>(`select ${COLUMNS} from people_import where id = $1 for update`, [id]))[0];
  }

  /** One that was begun with the same file in the same way and not brought to an end: killed, or still running somewhere. */
  async unfinished(tx: Tx, organisationId: string, file: { readonly digest: Buffer; readonly sheet: string | undefined }, wishes: ImportWishes): Promise<PeopleImport | undefined> {
    const [row] = await tx.query<PeopleImport>(
      `select ${COLUMNS} from people_import where organisation_id = $1 and file_digest = $2 and sheet is not distinct from $4 and wishes = $3::jsonb and state = 'running' and not dry_run
       order by id desc limit 1`,
      [organisationId, file.digest, JSON.stringify(wishes), file.sheet ?? null],
    );
    return row;
  }

  list(tx: Tx, organisationId: string, most: number): Promise<readonly PeopleImport[]> {
    return tx.query<PeopleImport>(`select ${COLUMNS} from people_import where organisation_id = $1 order by id desc limit $2`, [organisationId, most]);
  }

  async start(tx: Tx, id: string, how: { readonly state: 'waiting' | 'running'; readonly wishes: ImportWishes; readonly dryRun: boolean }): Promise<PeopleImport> {
    await tx.query('delete from people_import_fault where import_id = $1', [id]);
    const rows = await tx.query<PeopleImport>(
      `update people_import set state = $2, wishes = $3, dry_run = $4, cancel_asked = false, line = 0, rows_read = 0, added = 0, known = 0, skipped = 0,
         arrivals = '{}', refusal = null, started_at = app.now(), finished_at = null where id = $1 returning ${COLUMNS}`,
      [id, how.state, JSON.stringify(how.wishes), how.dryRun],
    );
    return only(rows);
  }

  async run(tx: Tx, id: string, rowsTotal: number): Promise<PeopleImport | undefined> {
    const [row] = await tx.query<PeopleImport>(`update people_import set state = 'running', rows_total = $2 where id = $1 and state in ('waiting', 'running') returning ${COLUMNS}`, [id, rowsTotal]);
    return row;
  }

  /** The fence: undefined when another runner was here, or the import is over. The row lock makes runners of one import wait for each other. */
  async advance(tx: Tx, id: string, { fromLine, toLine, added, known, skipped }: BatchOutcome): Promise<PeopleImport['arrivals'] | undefined> {
    const [row] = await tx.query<Pick<PeopleImport, 'arrivals'>>(
      `update people_import set line = $3, added = added + $4, known = known + $5, skipped = skipped + $6, rows_read = rows_read + $4 + $5 + $6
       where id = $1 and line = $2 and state = 'running' and not cancel_asked returning arrivals`,
      [id, fromLine, toLine, added, known, skipped],
    );
    return row?.arrivals;
  }

  async arrive(tx: Tx, id: string, arrivals: PeopleImport['arrivals']): Promise<void> {
    await tx.query('update people_import set arrivals = $2 where id = $1', [id, JSON.stringify(arrivals)]);
  }

  async end(tx: Tx, id: string, state: 'done' | 'cancelled' | 'refused', refusal?: Pick<FileRefused, 'reason' | 'values'>): Promise<PeopleImport | undefined> {
    const [row] = await tx.query<PeopleImport>(
      `update people_import set state = $2, refusal = $3, finished_at = app.now() where id = $1 and state in ('uploaded', 'waiting', 'running') returning ${COLUMNS}`,
      [id, state, refusal ? JSON.stringify({ reason: refusal.reason, values: refusal.values }) : null],
    );
    // A list that was only tried is still needed for the real run.
    if (row && !row.dryRun) await tx.query('delete from people_import_chunk where import_id = $1', [id]);
    return row;
  }

  async askToCancel(tx: Tx, id: string): Promise<void> {
    await tx.query('update people_import set cancel_asked = true where id = $1', [id]);
  }

  async insertFaults(tx: Tx, { organisationId, id, skipped }: PeopleImport, faults: readonly LineFault[]): Promise<void> {
    if (faults.length === 0 || skipped >= MOST_FAULTS) return;
    const rows = faults.slice(0, MOST_FAULTS).map((fault, index) => ({ number: index, ...fault, values: fault.values ?? {}, cells: fault.cells ?? [] }));
    await tx.query(
      `insert into people_import_fault (organisation_id, import_id, line, number, field, cell, reason, "values", cells)
       select $1, $2, line, number, field, cell, reason, "values", cells
       from jsonb_to_recordset($3::jsonb) as f(line int, number int, field text, cell text, reason text, "values" jsonb, cells jsonb)`,
      [organisationId, id, JSON.stringify(rows)],
    );
  }

  async faults(tx: Tx, importId: string, page: PageRequest): Promise<Page<LineFault & { readonly number: number }>> {
    const [line = 0, number = -1] = page.after ?? [];
    const rows = await tx.query<LineFault & { readonly number: number }>(
      `select line, number, field, cell, reason, "values", cells from people_import_fault where import_id = $1 and (line, number) > ($2::int, $3::int) order by line, number limit $4`,
      [importId, line, number, page.first + 1],
    );
    return pageOf(rows, page.first);
  }

  /** Keeps the file where every worker can read it. */
  async storeFile(tx: Tx, { organisationId, id }: PeopleImport, bytes: AsyncIterable<Buffer>): Promise<void> {
    let number = 0;
    for await (const part of bytes) {
      for (let at = 0; at < part.length; at += CHUNK) {
        const piece = part.subarray(at, at + CHUNK);
        await tx.query('insert into people_import_chunk (organisation_id, import_id, number, bytes) values ($1, $2, $3, $4)', [organisationId, id, number++, piece]);
      }
    }
  }

  /** One piece of the file; undefined behind the last. */
  async chunk(tx: Tx, importId: string, number: number): Promise<Buffer | undefined> {
    return (await tx.query<{ bytes: Buffer }>('select bytes from people_import_chunk where import_id = $1 and number = $2', [importId, number]))[0]?.bytes;
  }

  async rememberedMapping(tx: Tx, organisationId: string, headerKey: Buffer): Promise<ColumnMapping<ImportField> | undefined> {
    const [row] = await tx.query<{ mapping: ColumnMapping<ImportField> }>(`select mapping from column_mapping where organisation_id = $1 and kind = 'people' and header_key = $2`, [organisationId, headerKey]);
    return row?.mapping;
  }

  async rememberMapping(tx: Tx, organisationId: string, headerKey: Buffer, mapping: ColumnMapping<ImportField>): Promise<void> {
    await tx.query(
      `insert into column_mapping (organisation_id, kind, header_key, mapping) values ($1, 'people', $2, $3)
       on conflict on constraint column_mapping_pk do update set mapping = excluded.mapping, used_at = app.now()`,
      [organisationId, headerKey, JSON.stringify(mapping)],
    );
  }
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('The database answered no row for one that was written.');
  return row;
}
