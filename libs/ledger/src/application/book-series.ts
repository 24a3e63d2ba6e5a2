import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed } from '@app/platform';
import { type Clash } from '../domain/clash.js';
import { type SkippedDate } from '../domain/weekly-rule.js';
import { type BookingSeriesInput, BookingSeriesPlans } from './booking-series.js';
import { Occurrences, type PlanRefused } from './occurrences.js';

export interface SeriesBooked {
  readonly seriesId: string;
  readonly occurrenceIds: readonly string[];
  /** Days on which the place is closed; nothing was booked there. */
  readonly skipped: readonly SkippedDate[];
  readonly yielded: readonly Clash[];
}

const SLOW_STATEMENT_MS = 15_000;

/** Books the same thing every week: all dates stand afterwards or none does, and a refusal names every clash of every date. */
@Injectable()
export class BookSeries {
  constructor(
    private readonly database: Database,
    private readonly plans: BookingSeriesPlans,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: BookingSeriesInput): Promise<SeriesBooked | NotAllowed | PlanRefused> {
    return this.database.as(
      actor,
      async (tx) => {
        const plan = await this.plans.make(tx, input);
        if (isProblem(plan)) return plan;
        const seriesId = randomUUID();
        const planned = await this.occurrences.plan(tx, input.organisationId, plan.drafts.map((draft) => ({ ...draft, seriesId })));
        return isProblem(planned) ? planned : { seriesId, occurrenceIds: [...planned.ids.values()], skipped: plan.skipped, yielded: planned.yielded };
      },
      { statementTimeout: SLOW_STATEMENT_MS },
    );
  }
}
