import { Injectable } from '@nestjs/common';
import { type PlanRefused } from '@app/ledger';
import { type Actor, Database, isProblem } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { CohortStore } from '../persistence/cohort.store.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';
import { type SeriesInput } from './series-input.js';
import { SeriesPlans } from './series-plan.js';
import { type SeriesMade, SeriesWriter } from './series-writer.js';

const SLOW_STATEMENT_MS = 15_000;

/**
 * Plans a series of sessions of a cohort: rooms, trainers and all its learners are claimed in one call on the ledger. All sessions stand
 * afterwards or none does, and a refusal names every clash of every date.
 */
@Injectable()
export class CreateSeries {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly plans: SeriesPlans,
    private readonly writer: SeriesWriter,
  ) {}

  execute(actor: Actor, input: SeriesInput): Promise<SeriesMade | CohortEditRefused | CohortStateRefused | PlanRefused> {
    return this.database.as(
      actor,
      async (tx) => {
        const cohort = await cohortInUse(tx, this.cohorts, { cohortId: input.cohortId, action: 'session.plan' });
        if (isProblem(cohort)) return cohort;
        const plan = await this.plans.make(tx, cohort, input);
        return isProblem(plan) ? plan : this.writer.write(tx, cohort, input.rule, plan);
      },
      { statementTimeout: SLOW_STATEMENT_MS },
    );
  }
}
