import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, type FileRefused, isProblem, type NotAllowed, type NotFound, tidyFileName } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { refusal } from '../domain/refusal.js';
import { PeopleImportStore } from '../persistence/people-import.store.js';
import { Journal } from './journal.js';
import { fileDigest, lookAtList, offered, type UploadedPeople } from './look-at-list.js';

export interface UploadPeopleInput {
  readonly organisationId: string;
  /** Where the file lies on this machine for the time of the call. */
  readonly path: string;
  readonly fileName: string;
  readonly sheet?: string;
}

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
    const looked = await lookAtList(path, input.sheet);
    if (isProblem(looked)) return looked;
    const { table, sample } = looked;
    const digest = await fileDigest(path);
    return this.database.as(actor, async (tx) => {
      const list = await this.imports.insert(tx, { organisationId, fileName: tidyFileName(input.fileName), table, digest });
      await this.imports.storeFile(tx, list, createReadStream(path) as AsyncIterable<Buffer>);
      await this.journal.enter(tx, { organisationId, subject: { kind: 'people-import', id: list.id }, kind: 'uploaded' });
      return offered(tx, this.imports, { list, sample });
    });
  }
}
