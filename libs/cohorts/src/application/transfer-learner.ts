import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, NotFound, type Tx } from '@app/platform';
import { attends } from '../domain/enrolment.js';
import { type CohortStateRefused, EnrolmentStateRefused } from '../domain/problems.js';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { type EnrolmentChanged, type EnrolmentRefused } from './change-enrolment.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';
import { groupOf } from './enrol-learners.js';
import { Places } from './places.js';

export interface TransferLearnerInput {
  readonly personId: string;
  readonly fromCohortId: string;
  readonly toCohortId: string;
  readonly groupId?: string | null;
}

interface Pair {
  readonly from: LockedCohort;
  readonly to: LockedCohort;
}

/** Moves a learner to another cohort: the seat there is taken and the one here given back, or nothing happens. What was attended stays where it was. */
@Injectable()
export class TransferLearner {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly enrolments: EnrolmentStore,
    private readonly places: Places,
  ) {}

  execute(actor: Actor, input: TransferLearnerInput): Promise<EnrolmentChanged | EnrolmentRefused> {
    return this.database.as(actor, async (tx) => {
      const pair = await this.lockBoth(tx, input);
      if (isProblem(pair)) return pair;
      const enrolment = (await this.enrolments.of(tx, pair.from.id, [input.personId])).get(input.personId);
      if (!enrolment) return new NotFound('enrolment');
      if (!attends(enrolment.state)) return new EnrolmentStateRefused(enrolment.state, 'withdrawn');
      const groupId = await groupOf(tx, this.cohorts, pair.to, input.groupId);
      if (isProblem(groupId)) return groupId;
      const left = await this.places.turn(tx, pair.from, enrolment, 'withdrawn');
      if (isProblem(left)) return left;
      const given = await this.places.give(tx, pair.to, [{ personId: input.personId, groupId }], { way: 'transfer', whenFull: 'refuse' });
      return isProblem(given) ? given : { cohortId: pair.to.id, personId: input.personId, version: given.enrolled[0]?.version ?? 1 };
    });
  }

  /** In the order of their ids, so that two who swap learners do not wait for each other. */
  private async lockBoth(tx: Tx, { fromCohortId, toCohortId }: TransferLearnerInput): Promise<Pair | CohortEditRefused | CohortStateRefused> {
    if (fromCohortId === toCohortId) return new NotFound('cohort');
    const locked = new Map<string, LockedCohort>();
    for (const cohortId of [fromCohortId, toCohortId].sort()) {
      const cohort = await cohortInUse(tx, this.cohorts, { cohortId, action: 'learner.transfer' });
      if (isProblem(cohort)) return cohort;
      locked.set(cohortId, cohort);
    }
    const [from, to] = [locked.get(fromCohortId), locked.get(toCohortId)];
    return from && to && from.organisationId === to.organisationId ? { from, to } : new NotFound('cohort');
  }
}
