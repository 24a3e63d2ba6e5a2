import { Injectable } from '@nestjs/common';
import { type Clash, Occurrences } from '@app/ledger';
import { type Actor, Database, type InvalidInput, isProblem, type NotFound } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { CohortStore } from '../persistence/cohort.store.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';
import { type SeriesInput } from './series-input.js';
import { type SeriesPlan, SeriesPlans } from './series-plan.js';

export interface SeriesPreview extends Omit<SeriesPlan, 'drafts' | 'dates'> {
  /** Each with its key in the clashes. */
  readonly dates: readonly (SeriesPlan['dates'][number] & { readonly key: string })[];
  /** Everything that stands in the way: any one of these refuses the series. */
  readonly clashes: readonly Clash[];
  /** Learners who have something else then: they are added all the same. */
  readonly yielded: readonly Clash[];
}

/** The dates of a series with what is skipped and what clashes; nothing is taken. */
@Injectable()
export class PreviewSeries {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly plans: SeriesPlans,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: SeriesInput): Promise<SeriesPreview | CohortEditRefused | CohortStateRefused | InvalidInput | NotFound> {
    return this.database.as(actor, async (tx) => {
      const cohort = await cohortInUse(tx, this.cohorts, { cohortId: input.cohortId, action: 'session.plan' });
      if (isProblem(cohort)) return cohort;
      const plan = await this.plans.make(tx, cohort, input);
      if (isProblem(plan)) return plan;
      const { drafts, ...shown } = plan;
      const verdict = await this.occurrences.preview(tx, cohort.organisationId, drafts);
      if (isProblem(verdict)) return verdict;
      return { ...shown, dates: plan.dates.map((date, index) => ({ ...date, key: String(index) })), clashes: verdict.clashes, yielded: verdict.yielded };
    });
  }
}
