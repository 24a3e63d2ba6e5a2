import { Injectable } from '@nestjs/common';
import { type OccurrenceOver, type PlanRefused } from '@app/ledger';
import { type Actor, Database, isProblem, NotFound } from '@app/platform';
import { isOver } from '../domain/cohort.js';
import { mayTurn } from '../domain/enrolment.js';
import { CohortStateRefused, EnrolmentStateRefused } from '../domain/problems.js';
import { CohortStore } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { Places } from './places.js';

/** A learner gives up his own place or his place in the queue. */
@Injectable()
export class LeaveCohort {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly enrolments: EnrolmentStore,
    private readonly places: Places,
  ) {}

  execute(actor: Actor, input: { readonly cohortId: string }): Promise<{ readonly cohortId: string } | NotFound | CohortStateRefused | EnrolmentStateRefused | PlanRefused | OccurrenceOver> {
    return this.database.as(actor, async (tx) => {
      const cohort = await this.cohorts.lock(tx, input.cohortId);
      const { personId } = actor;
      if (!cohort || !personId) return new NotFound('cohort');
      if (isOver(cohort.state)) return new CohortStateRefused(cohort.state, null);
      if (await this.places.unwait(tx, cohort, personId)) return { cohortId: cohort.id };
      const standing = (await this.enrolments.of(tx, cohort.id, [personId])).get(personId);
      if (!standing) return new NotFound('cohort');
      if (!mayTurn(standing.state, 'withdrawn')) return new EnrolmentStateRefused(standing.state, 'withdrawn');
      const left = await this.places.turn(tx, cohort, standing, 'withdrawn');
      return isProblem(left) ? left : { cohortId: cohort.id };
    });
  }
}
