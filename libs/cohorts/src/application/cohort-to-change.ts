import { NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { isOver } from '../domain/cohort.js';
import { mayReadCohorts, mayRunCohorts } from '../domain/cohort.policy.js';
import { CohortStateRefused } from '../domain/problems.js';
import { type CohortStore, type LockedCohort } from '../persistence/cohort.store.js';

export interface CohortEdit {
  readonly cohortId: string;
  /** The version that the person saw; left out where only places or sessions change, which guard themselves. */
  readonly expectedVersion?: number;
}

export type CohortEditRefused = NotAllowed | NotFound | StaleVersion;

interface Wanted extends CohortEdit {
  readonly action: string;
}

/** The cohort under its lock for somebody who may run it; whoever has nothing to do with it learns no more than for an id that never existed. */
export async function cohortToChange(tx: Tx, cohorts: CohortStore, { cohortId, expectedVersion, action }: Wanted): Promise<LockedCohort | CohortEditRefused> {
  const cohort = await cohorts.lock(tx, cohortId);
  if (!cohort) return new NotFound('cohort');
  if (!mayRunCohorts(tx.actor, cohort.organisationId)) return mayReadCohorts(tx.actor, cohort.organisationId) ? new NotAllowed(action) : new NotFound('cohort');
  return expectedVersion === undefined || cohort.version === expectedVersion ? cohort : new StaleVersion(expectedVersion, cohort.version);
}

/** The same for what can only be done in a cohort that is not over. */
export async function cohortInUse(tx: Tx, cohorts: CohortStore, wanted: Wanted): Promise<LockedCohort | CohortEditRefused | CohortStateRefused> {
  const cohort = await cohortToChange(tx, cohorts, wanted);
  return 'state' in cohort && isOver(cohort.state) ? new CohortStateRefused(cohort.state, null) : cohort;
}
