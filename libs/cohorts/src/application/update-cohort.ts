import { Injectable } from '@nestjs/common';
import { Seats } from '@app/ledger';
import { type Actor, Changes, Database, InvalidInput, isProblem } from '@app/platform';
import { type CohortFacts, tidyCohort } from '../domain/cohort.js';
import { type CohortStateRefused } from '../domain/problems.js';
import { CohortStore } from '../persistence/cohort.store.js';
import { type CohortEdit, type CohortEditRefused, cohortInUse } from './cohort-to-change.js';
import { type CohortMade, siteFor } from './create-cohort.js';

export interface UpdateCohortInput extends CohortFacts, CohortEdit {
  readonly expectedVersion: number;
}

/** Changes what was entered about a cohort. It never gets fewer seats than it has learners; sessions stay where they are. */
@Injectable()
export class UpdateCohort {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly seats: Seats,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: UpdateCohortInput): Promise<CohortMade | CohortEditRefused | CohortStateRefused | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const cohort = await cohortInUse(tx, this.cohorts, { ...input, action: 'cohort.update' });
      if (isProblem(cohort)) return cohort;
      const { id, organisationId } = cohort;
      const facts = tidyCohort({ ...input, id });
      const site = await siteFor(tx, this.cohorts, organisationId, facts);
      if (isProblem(site)) return site;
      const enrolled = await this.cohorts.countSeated(tx, id);
      if (facts.capacity < enrolled) return InvalidInput.at('capacity', 'capacity.below-enrolled', { enrolled, capacity: facts.capacity });
      await this.seats.setPool(tx, { organisationId, subject: { kind: 'cohort', id }, classes: { open: facts.capacity } });
      const version = await this.cohorts.update(tx, { ...facts, id, zone: site.zone });
      await this.changes.append(tx, { organisationId, subjectKind: 'cohort', subjectId: id, version, kind: 'changed' });
      return { cohortId: id, version };
    });
  }
}
