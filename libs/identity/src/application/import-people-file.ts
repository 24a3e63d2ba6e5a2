import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Actor, type ColumnMapping, Database, FileRefused, guessColumns, headerKey, InvalidInput, isProblem, NotFound, openTable, type Table, tidyFileName } from '@app/platform';
import { decideWishes, type WishesInput } from '../domain/people-import/decide-wishes.js';
import { type ImportField, peopleColumns } from '../domain/people-import/import-fields.js';
import { type ImportWishes } from '../domain/people-import/people-import.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';
import { RunPeopleImport } from './run-people-import.js';
import { fileDigest } from './look-at-list.js';

export interface ImportPeopleFileInput extends Omit<WishesInput, 'mapping'> {
  /** Id or name of the organisation. */
  readonly organisation: string;
  readonly path: string;
  readonly sheet?: string;
  /** Headings for fields, where the guess is wrong: { email: "Contact" }. */
  readonly headings?: Readonly<Partial<Record<ImportField, string>>>;
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: (share: number) => void;
}

/** An import that was brought to an end, or stopped. */
export interface ImportedFile {
  readonly import: PeopleImport;
  readonly mapping: ColumnMapping<ImportField>;
  /** Whether it went on where an earlier run of the same file was killed. */
  readonly continued: boolean;
}

/** Imports a list from the disk of the server, for whoever sits there; the file needs no upload and no worker. */
@Injectable()
export class ImportPeopleFile {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly run: RunPeopleImport,
  ) {}

  async execute(input: ImportPeopleFileInput): Promise<ImportedFile | NotFound | InvalidInput | FileRefused> {
    const organisationId = await this.organisation(input.organisation);
    if (isProblem(organisationId)) return organisationId;
    const table = await openTable(input.path, { sheet: input.sheet });
    if (table instanceof FileRefused) return table;
    await table.close();
    const actor = Actor.system(organisationId);
    const mapping = await this.mapping(actor, { organisationId, table, input });
    if (isProblem(mapping)) return mapping;
    const wishes = decideWishes(actor, { organisationId, header: table.header, input: { ...input, mapping } });
    if (isProblem(wishes)) return wishes;
    const begun = await this.begin(actor, { organisationId, table, input }, wishes);
    const ended = await this.run.execute(actor, { importId: begun.import.id, path: input.path, signal: input.signal, progress: input.progress });
    if (!ended) throw new Error(`The import ${begun.import.id} was ended by somebody else.`);
    return ended.refusal ? new FileRefused(ended.refusal.reason, ended.refusal.values) : { import: ended, mapping, continued: begun.continued };
  }

  private async organisation(named: string): Promise<string | NotFound | InvalidInput> {
    const found = await this.database.as(Actor.system(), (tx) => tx.query<{ id: string }>('select id from app.organisations_named($1)', [named]));
    if (found.length > 1) return InvalidInput.at('organisation', 'organisation.several', { organisation: named });
    return found[0]?.id ?? new NotFound('organisation');
  }

  private async mapping(actor: Actor, { organisationId, table: { header }, input }: FileOfPeople): Promise<ColumnMapping<ImportField> | InvalidInput> {
    const remembered = await this.database.as(actor, (tx) => this.imports.rememberedMapping(tx, organisationId, headerKey(header)));
    const named = Object.entries(input.headings ?? {}).map(([field, heading]) => ({ field, heading, column: header.indexOf(heading) }));
    const unknown = named.find(({ column }) => column === -1);
    if (unknown) return InvalidInput.at(`mapping.${unknown.field}`, 'mapping.no-such-heading', { heading: unknown.heading, headings: header.join(', ') });
    const guessed = remembered ?? guessColumns(header, peopleColumns);
    const free = Object.entries(guessed).filter(([, column]) => !named.some((one) => one.column === column));
    const chosen = named.map(({ field, column }): [string, number] => [field, column]);
    return Object.fromEntries([...free, ...chosen]);
  }

  /** Goes on with a killed run of the same file and wishes, or begins anew. */
  private begin(actor: Actor, { organisationId, table, input }: FileOfPeople, wishes: ImportWishes): Promise<{ import: PeopleImport; continued: boolean }> {
    return this.database.as(actor, async (tx) => {
      const digest = await fileDigest(input.path);
      const left = input.dryRun ? undefined : await this.imports.unfinished(tx, organisationId, { digest, sheet: table.sheet }, wishes);
      if (left) return { import: left, continued: true };
      const fresh = await this.imports.insert(tx, { organisationId, fileName: tidyFileName(basename(input.path)), table, digest });
      if (input.headings) await this.imports.rememberMapping(tx, organisationId, headerKey(table.header), wishes.mapping);
      return { import: await this.imports.start(tx, fresh.id, { state: 'running', wishes, dryRun: input.dryRun ?? false }), continued: false };
    });
  }
}

interface FileOfPeople {
  readonly organisationId: string;
  readonly table: Table;
  readonly input: ImportPeopleFileInput;
}
