import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type ColumnMapping, FileRefused, guessColumns, headerKey, openTable, type Table, type TableRow, type Tx } from '@app/platform';
import { type ImportField, peopleColumns } from '../domain/people-import/import-fields.js';
import { type PeopleImport, type PeopleImportStore } from '../persistence/people-import.store.js';

/** A list that waits for somebody to say which column is what. */
export interface UploadedPeople {
  readonly import: PeopleImport;
  /** As chosen before for the same headings, else as guessed from them. */
  readonly mapping: ColumnMapping<ImportField>;
  readonly remembered: boolean;
  /** The first rows, to look at. */
  readonly sample: readonly TableRow[];
}

export interface LookedAt {
  readonly table: Pick<Table, 'sheet' | 'sheets' | 'header'>;
  readonly sample: readonly TableRow[];
}

const SAMPLE_ROWS = 5;

/** The headings of a file and its first rows. */
export async function lookAtList(path: string, sheet?: string): Promise<LookedAt | FileRefused> {
  const table = await openTable(path, { sheet });
  if (table instanceof FileRefused) return table;
  try {
    const sample: TableRow[] = [];
    for await (const rows of table.rows()) {
      sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
      if (sample.length === SAMPLE_ROWS) break;
    }
    return { table, sample };
  } finally {
    await table.close();
  }
}

/** What to offer to whoever chooses the columns. */
export async function offered(tx: Tx, imports: PeopleImportStore, { list, sample }: { readonly list: PeopleImport; readonly sample: readonly TableRow[] }): Promise<UploadedPeople> {
  const remembered = await imports.rememberedMapping(tx, list.organisationId, headerKey(list.header));
  return { import: list, mapping: remembered ?? guessColumns(list.header, peopleColumns), remembered: remembered !== undefined, sample };
}

export async function fileDigest(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}
