import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed, NotFound, type Page, type PageRequest } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { type LineFault } from '../domain/people-import/people-import.js';
import { refusal } from '../domain/refusal.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';

const MOST = 50;

/** How imports stand, and what was wrong with which line. */
@Injectable()
export class ReadPeopleImports {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
  ) {}

  /** The last fifty of an organisation. */
  list(actor: Actor, organisationId: string): Promise<readonly PeopleImport[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManagePeople(actor, organisationId), action: 'person.import' });
      return refused ?? this.imports.list(tx, organisationId, MOST);
    });
  }

  one(actor: Actor, importId: string): Promise<PeopleImport | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const found = await this.imports.find(tx, importId);
      if (!found) return new NotFound('people-import');
      return mayManagePeople(actor, found.organisationId) ? found : new NotAllowed('person.import');
    });
  }

  /** By line; the cursor's key is line and number within it. */
  async faults(actor: Actor, importId: string, page: PageRequest): Promise<Page<LineFault & { readonly number: number }> | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const found = await this.imports.find(tx, importId);
      if (!found) return new NotFound('people-import');
      return mayManagePeople(actor, found.organisationId) ? this.imports.faults(tx, importId, page) : new NotAllowed('person.import');
    });
  }
}
