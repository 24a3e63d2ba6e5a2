import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, NotFound } from '@app/platform';
import { CohortStore } from '../persistence/cohort.store.js';
import { type CohortEditRefused, cohortToChange } from './cohort-to-change.js';
import { Places } from './places.js';

/** A coordinator takes somebody off the waiting list. */
@Injectable()
export class RemoveFromWaitingList {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly places: Places,
  ) {}

  execute(actor: Actor, input: { readonly cohortId: string; readonly personId: string }): Promise<{ readonly cohortId: string } | CohortEditRefused> {
    return this.database.as(actor, async (tx) => {
      const cohort = await cohortToChange(tx, this.cohorts, { cohortId: input.cohortId, action: 'waiting-list.change' });
      if (isProblem(cohort)) return cohort;
      return (await this.places.unwait(tx, cohort, input.personId)) ? { cohortId: cohort.id } : new NotFound('waiting-place');
    });
  }
}
