import { Injectable } from '@nestjs/common';
import { type OccurrenceOver } from '@app/ledger';
import { type Actor, Database, isProblem, NotFound, StaleVersion, type Tx } from '@app/platform';
import { type EnrolmentState, hasSeat, mayTurn } from '../domain/enrolment.js';
import { type CohortStateRefused, EnrolmentStateRefused } from '../domain/problems.js';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { type Enrolment, EnrolmentStore } from '../persistence/enrolment.store.js';
import { type CohortEditRefused, cohortToChange } from './cohort-to-change.js';
import { groupOf } from './enrol-learners.js';
import { Places, type PlacesRefused } from './places.js';

export interface ChangeEnrolmentInput {
  readonly cohortId: string;
  readonly personId: string;
  readonly expectedVersion: number;
  readonly to?: EnrolmentState;
  /** Another group, or none (null); left out, the same. */
  readonly groupId?: string | null;
}

export interface EnrolmentChanged {
  readonly cohortId: string;
  readonly personId: string;
  readonly version: number;
}

export type EnrolmentRefused = CohortEditRefused | CohortStateRefused | EnrolmentStateRefused | PlacesRefused | OccurrenceOver;

/** A coordinator changes the state or the group of a learner. Withdrawn and postponed free the seat; coming back needs one. */
@Injectable()
export class ChangeEnrolment {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly enrolments: EnrolmentStore,
    private readonly places: Places,
  ) {}

  execute(actor: Actor, input: ChangeEnrolmentInput): Promise<EnrolmentChanged | EnrolmentRefused> {
    return this.database.as(actor, async (tx) => {
      const cohort = await cohortToChange(tx, this.cohorts, { cohortId: input.cohortId, action: 'learner.change' });
      if (isProblem(cohort)) return cohort;
      const enrolment = (await this.enrolments.of(tx, cohort.id, [input.personId])).get(input.personId);
      if (!enrolment) return new NotFound('enrolment');
      if (enrolment.version !== input.expectedVersion) return new StaleVersion(input.expectedVersion, enrolment.version);
      const groupId = input.groupId === undefined ? enrolment.groupId : await groupOf(tx, this.cohorts, cohort, input.groupId);
      if (isProblem(groupId)) return groupId;
      const changed = await this.change(tx, cohort, enrolment, { to: input.to ?? enrolment.state, groupId });
      return isProblem(changed) ? changed : { cohortId: cohort.id, personId: input.personId, version: changed.version };
    });
  }

  private async change(tx: Tx, cohort: LockedCohort, enrolment: Enrolment, wanted: { readonly to: EnrolmentState; readonly groupId: string | null }): Promise<{ readonly version: number } | EnrolmentRefused> {
    const { to, groupId } = wanted;
    if (to === enrolment.state) return groupId === enrolment.groupId ? enrolment : this.places.regroup(tx, cohort, enrolment, groupId);
    if (!mayTurn(enrolment.state, to)) return new EnrolmentStateRefused(enrolment.state, to);
    if (hasSeat(enrolment.state) || !hasSeat(to)) return this.places.turn(tx, cohort, { ...enrolment, groupId }, to);
    const given = await this.places.give(tx, cohort, [{ personId: enrolment.personId, groupId }], { way: 'coordinator', whenFull: 'refuse' });
    return isProblem(given) ? given : { version: given.enrolled[0]?.version ?? enrolment.version };
  }
}
