import { Injectable } from '@nestjs/common';
import { type Problem, type Tx } from '@app/platform';
import { type ImportWishes } from '../domain/people-import/people-import.js';
import { PeopleStore } from '../persistence/people.store.js';
import { ImportTargets } from './import-targets.js';

/** Whether people may go where a list is to lead them: to a site of the organisation, and into a cohort where one is named. */
@Injectable()
export class ImportDestinations {
  constructor(
    private readonly people: PeopleStore,
    private readonly targets: ImportTargets,
  ) {}

  async refusal(tx: Tx, organisationId: string, { siteId, target }: ImportWishes): Promise<Problem | undefined> {
    const refused = target && (await this.targets.get(target.kind).refusal(tx, organisationId, target.id));
    return refused ?? this.people.siteFault(tx, organisationId, siteId);
  }
}
