import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, NotFound, type Tx } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';
import { Places, type PlacesGiven, type PlacesRefused, type WhenFull } from './places.js';

export interface EnrolLearnersInput {
  readonly cohortId: string;
  /** In the order in which seats are given. */
  readonly personIds: readonly string[];
  readonly groupId?: string | null;
  readonly whenFull: WhenFull;
}

const MOST_AT_ONCE = 500;

/** A coordinator gives people of the centre a place: all of them or nobody. They are in every session to come at once. */
@Injectable()
export class EnrolLearners {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly enrolments: EnrolmentStore,
    private readonly places: Places,
  ) {}

  execute(actor: Actor, input: EnrolLearnersInput): Promise<PlacesGiven | CohortEditRefused | CohortStateRefused | PlacesRefused | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const cohort = await cohortInUse(tx, this.cohorts, { cohortId: input.cohortId, action: 'learner.enrol' });
      if (isProblem(cohort)) return cohort;
      const personIds = [...new Set(input.personIds)];
      if (personIds.length === 0 || personIds.length > MOST_AT_ONCE) return InvalidInput.at('personIds', 'learners.count', { max: MOST_AT_ONCE });
      // One stranger among a hundred refuses the hundred (case 19).
      if ((await this.enrolments.countKnown(tx, cohort.organisationId, personIds)) < personIds.length) return new NotFound('person');
      const groupId = await groupOf(tx, this.cohorts, cohort, input.groupId);
      if (isProblem(groupId)) return groupId;
      return this.places.give(tx, cohort, personIds.map((personId) => ({ personId, groupId })), { way: 'coordinator', whenFull: input.whenFull });
    });
  }
}

/** A group of this cohort, or none. */
export async function groupOf(tx: Tx, cohorts: CohortStore, cohort: LockedCohort, groupId: string | null | undefined): Promise<string | null | NotFound> {
  if (!groupId) return null;
  return (await cohorts.groups(tx, cohort.id)).some(({ id }) => id === groupId) ? groupId : new NotFound('group');
}
