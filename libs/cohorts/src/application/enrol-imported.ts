import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ImportArrival, type ImportCounts, type ImportedMember, type ImportTarget, ImportTargets } from '@app/identity';
import { isProblem, NotFound, type Problem, type Tx } from '@app/platform';
import { CohortStore } from '../persistence/cohort.store.js';
import { cohortInUse } from './cohort-to-change.js';
import { EnrolmentTrial, placesCounted } from './enrolment-trial.js';
import { Places } from './places.js';

/**
 * Takes the people of a list into a cohort, in the order of its lines and in the transaction of each batch: who finds no seat waits. The
 * same list twice changes nothing, and a killed import goes on behind the last batch.
 */
@Injectable()
export class EnrolImported implements ImportTarget, OnModuleInit {
  readonly kind = 'cohort';

  constructor(
    private readonly targets: ImportTargets,
    private readonly cohorts: CohortStore,
    private readonly places: Places,
    private readonly trial: EnrolmentTrial,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async refusal(tx: Tx, organisationId: string, id: string): Promise<Problem | undefined> {
    const cohort = await cohortInUse(tx, this.cohorts, { cohortId: id, action: 'learner.enrol' });
    if (isProblem(cohort)) return cohort;
    return cohort.organisationId === organisationId ? undefined : new NotFound('cohort');
  }

  async receive(tx: Tx, { id, dryRun, soFar }: ImportArrival, people: readonly ImportedMember[]): Promise<ImportCounts> {
    const cohort = await cohortInUse(tx, this.cohorts, { cohortId: id, action: 'learner.enrol' });
    // Cancelled while the list was read: the people are of the centre all the same.
    if (isProblem(cohort)) return {};
    if (dryRun) return this.trial.counts(tx, cohort, people, soFar);
    const given = await this.places.give(tx, cohort, people.map(({ personId }) => ({ personId, groupId: null })), { way: 'file', whenFull: 'wait' });
    if (isProblem(given)) throw new Error(`Staff who enrol are refused nothing but seats: ${given.code}`);
    const arrived = [...given.enrolled.map(({ personId }) => personId), ...given.waiting.keys()];
    return placesCounted(given.enrolled.length, given.waiting.size, given.already.length, await this.trial.lacking(tx, cohort, arrived));
  }
}
