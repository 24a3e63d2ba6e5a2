import { Injectable } from '@nestjs/common';
import { type Clash, Occurrences, type PlanRefused, type WeeklyRule } from '@app/ledger';
import { Changes, isProblem, type Tx } from '@app/platform';
import { type LockedCohort } from '../persistence/cohort.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { type SeriesPlan } from './series-plan.js';

export interface SeriesMade {
  readonly seriesId: string;
  readonly occurrenceIds: readonly string[];
  /** Learners who have something else then: they were added all the same, and somebody has to look at them. */
  readonly yielded: readonly Clash[];
}

/** Writes what a plan says: the occurrences through the ledger, then what is particular to sessions. */
@Injectable()
export class SeriesWriter {
  constructor(
    private readonly sessions: SessionStore,
    private readonly occurrences: Occurrences,
    private readonly changes: Changes,
  ) {}

  async write(tx: Tx, cohort: LockedCohort, rule: WeeklyRule, plan: SeriesPlan): Promise<SeriesMade | PlanRefused> {
    const { groupId } = plan;
    const seriesId = await this.sessions.insertSeries(tx, cohort, { groupId, rule });
    const planned = await this.occurrences.plan(tx, cohort.organisationId, plan.drafts.map((draft) => ({ ...draft, seriesId, scopeId: cohort.id })));
    if (isProblem(planned)) return planned;
    const sessions = plan.dates.map(({ units }, index) => ({ occurrenceId: planned.ids.get(String(index)) ?? '', groupId, units }));
    await this.sessions.insert(tx, cohort, seriesId, sessions);
    await this.changes.append(tx, { organisationId: cohort.organisationId, subjectKind: 'cohort', subjectId: cohort.id, version: cohort.version, kind: 'scheduled', data: { sessions: sessions.length } });
    return { seriesId, occurrenceIds: sessions.map(({ occurrenceId }) => occurrenceId), yielded: planned.yielded };
  }
}
