import { Injectable } from '@nestjs/common';
import { type Actor, Database, type FileRefused, isProblem, NotAllowed, NotFound, type Tx } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { isOpen } from '../domain/people-import/people-import.js';
import { ImportNotOpen } from '../domain/people.problems.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';
import { ImportFiles } from './import-files.js';
import { lookAtList, offered, type UploadedPeople } from './look-at-list.js';

export interface ChooseImportSheetInput {
  readonly importId: string;
  readonly sheet: string;
}

/** Turns to another sheet of an uploaded workbook; what was tried with the one before is forgotten. */
@Injectable()
export class ChooseImportSheet {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly files: ImportFiles,
  ) {}

  async execute(actor: Actor, { importId, sheet }: ChooseImportSheetInput): Promise<UploadedPeople | NotAllowed | NotFound | ImportNotOpen | FileRefused> {
    const found = await this.database.as(actor, (tx) => this.open(tx, importId));
    if (isProblem(found)) return found;
    const looked = await this.files.onDisk(actor, importId, { use: (path) => lookAtList(path, sheet) });
    if (isProblem(looked)) return looked;
    return this.database.as(actor, async (tx) => {
      const still = await this.open(tx, importId);
      if (isProblem(still)) return still;
      return offered(tx, this.imports, { list: await this.imports.turnTo(tx, importId, looked.table), sample: looked.sample });
    });
  }

  private async open(tx: Tx, importId: string): Promise<PeopleImport | NotAllowed | NotFound | ImportNotOpen> {
    const found = await this.imports.lock(tx, importId);
    if (!found) return new NotFound('people-import');
    if (!mayManagePeople(tx.actor, found.organisationId)) return new NotAllowed('person.import');
    return isOpen(found) ? found : new ImportNotOpen();
  }
}
