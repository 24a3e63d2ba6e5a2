import { Injectable } from '@nestjs/common';
import { type Actor, Database, headerKey, isProblem, Jobs, NotAllowed, NotFound, type Problem, type Tx } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { decideWishes, type WishesInput } from '../domain/people-import/decide-wishes.js';
import { type ImportWishes, isOpen } from '../domain/people-import/people-import.js';
import { ImportNotOpen } from '../domain/people.problems.js';
import { type PeopleImport, PeopleImportStore } from '../persistence/people-import.store.js';
import { ImportDestinations } from './import-destinations.js';
import { importPeopleJob } from './import-people.job.js';

export interface StartPeopleImportInput extends WishesInput {
  readonly importId: string;
  /** Only say what would become of each line. */
  readonly dryRun: boolean;
}

/** Says how a list is to be read and hands it to the worker. The columns are remembered for the next list with the same headings. */
@Injectable()
export class StartPeopleImport {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly destinations: ImportDestinations,
    private readonly jobs: Jobs,
  ) {}

  execute(actor: Actor, input: StartPeopleImportInput): Promise<PeopleImport | Problem> {
    return this.database.as(actor, async (tx) => {
      const found = await this.imports.lock(tx, input.importId);
      if (!found) return new NotFound('people-import');
      const wishes = await this.wishes(tx, found, input);
      if (isProblem(wishes)) return wishes;
      if (!isOpen(found)) return new ImportNotOpen();
      await this.imports.rememberMapping(tx, found.organisationId, headerKey(found.header), wishes.mapping);
      const started = await this.imports.start(tx, found.id, { state: 'waiting', wishes, dryRun: input.dryRun });
      await this.jobs.put(tx, importPeopleJob, { importId: found.id }, { organisationId: found.organisationId });
      return started;
    });
  }

  private async wishes(tx: Tx, { organisationId, header }: PeopleImport, input: WishesInput): Promise<ImportWishes | Problem> {
    if (!mayManagePeople(tx.actor, organisationId)) return new NotAllowed('person.import');
    const wishes = decideWishes(tx.actor, { organisationId, header, input });
    if (isProblem(wishes)) return wishes;
    return (await this.destinations.refusal(tx, organisationId, wishes)) ?? wishes;
  }
}
