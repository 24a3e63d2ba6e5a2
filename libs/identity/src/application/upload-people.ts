import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type Actor, type ColumnMapping, Database, FileRefused, guessColumns, headerKey, isProblem, type NotAllowed, type NotFound, openTable, type TableRow, tidyFileName } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { type ImportField, peopleColumns } from '../domain/people-import/import-fields.js';
import { refusal } from '../domain/refusal.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';
import { Journal } from './journal.js';

export interface UploadPeopleInput {
  readonly organisationId: string;
  /** Where the file lies on this machine for the time of the call. */
  readonly path: string;
  readonly fileName: string;
  readonly sheet?: string;
}

/** A list that waits for somebody to say which column is what. */
export interface UploadedPeople {
  readonly import: PeopleImport;
  /** As chosen before for the same headings, else as guessed from them. */
  readonly mapping: ColumnMapping<ImportField>;
  readonly remembered: boolean;
  /** The first rows, to look at. */
  readonly sample: readonly TableRow[];
}

const SAMPLE_ROWS = 5;

/** Takes in a list of people and says what it seems to hold; nothing is imported yet. */
@Injectable()
export class UploadPeople {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: UploadPeopleInput): Promise<UploadedPeople | NotAllowed | NotFound | FileRefused> {
    const { organisationId, path } = input;
    const refused = refusal(actor, organisationId, { granted: mayManagePeople(actor, organisationId), action: 'person.import' });
    if (refused) return this.journal.refusals(actor, { organisationId, kind: 'people-import' }, refused);
    const looked = await look(path, input.sheet);
    if (isProblem(looked)) return looked;
    const digest = await fileDigest(path);
    return this.database.as(actor, async (tx) => {
      const stored = await this.imports.insert(tx, { organisationId, fileName: tidyFileName(input.fileName), sheet: input.sheet ?? null, header: looked.header, digest });
      await this.imports.storeFile(tx, stored, createReadStream(path) as AsyncIterable<Buffer>);
      const remembered = await this.imports.rememberedMapping(tx, organisationId, headerKey(looked.header));
      await this.journal.enter(tx, { organisationId, subject: { kind: 'people-import', id: stored.id }, kind: 'uploaded' });
      return { import: stored, mapping: remembered ?? guessColumns(looked.header, peopleColumns), remembered: remembered !== undefined, sample: looked.sample };
    });
  }
}

async function look(path: string, sheet?: string): Promise<{ header: readonly string[]; sample: readonly TableRow[] } | FileRefused> {
  const table = await openTable(path, { sheet });
  if (table instanceof FileRefused) return table;
  try {
    const sample: TableRow[] = [];
    for await (const rows of table.rows()) {
      sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
      if (sample.length === SAMPLE_ROWS) break;
    }
    return { header: table.header, sample };
  } finally {
    await table.close();
  }
}

export async function fileDigest(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}
