import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed, NotFound } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { ImportNotOpen } from '../domain/people.problems.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';

/** Stops an import: at once where it waits, behind the present batch where it runs. What was added stays. */
@Injectable()
export class CancelPeopleImport {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
  ) {}

  execute(actor: Actor, importId: string): Promise<PeopleImport | NotAllowed | NotFound | ImportNotOpen> {
    return this.database.as(actor, async (tx) => {
      const found = await this.imports.lock(tx, importId);
      if (!found) return new NotFound('people-import');
      if (!mayManagePeople(actor, found.organisationId)) return new NotAllowed('person.import');
      if (found.state === 'running') {
        await this.imports.askToCancel(tx, importId);
        return found;
      }
      return (await this.imports.end(tx, importId, 'cancelled')) ?? new ImportNotOpen();
    });
  }
}
