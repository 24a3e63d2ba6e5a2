import { Injectable } from '@nestjs/common';
import { type EditRefused, Occurrences } from '@app/ledger';
import { type Actor, Changes, Database, isProblem, type Tx } from '@app/platform';
import { type CohortState, mayBecome } from '../domain/cohort.js';
import { BelowMinimum, CohortStateRefused } from '../domain/problems.js';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { type CohortEdit, type CohortEditRefused, cohortToChange } from './cohort-to-change.js';
import { type CohortMade } from './create-cohort.js';

export interface ChangeCohortStateInput extends CohortEdit {
  readonly expectedVersion: number;
  readonly to: CohortState;
  /** Confirmed or started with fewer learners than the minimum, knowingly. */
  readonly despiteMinimum?: boolean;
}

/** Opens, confirms, starts, completes or cancels a cohort. Cancelling takes its sessions to come out of everybody's agenda. */
@Injectable()
export class ChangeCohortState {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly occurrences: Occurrences,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: ChangeCohortStateInput): Promise<CohortMade | CohortEditRefused | CohortStateRefused | BelowMinimum | EditRefused> {
    return this.database.as(actor, async (tx) => {
      const cohort = await cohortToChange(tx, this.cohorts, { ...input, action: 'cohort.change-state' });
      if (isProblem(cohort)) return cohort;
      const refused = await this.refused(tx, cohort, input);
      if (refused) return refused;
      if (input.to === 'cancelled') {
        const cancelled = await this.cancelSessions(tx, cohort);
        if (isProblem(cancelled)) return cancelled;
      }
      const version = await this.cohorts.setState(tx, cohort.id, input.to);
      await this.changes.append(tx, { organisationId: cohort.organisationId, subjectKind: 'cohort', subjectId: cohort.id, version, kind: input.to, data: { from: cohort.state } });
      return { cohortId: cohort.id, version };
    });
  }

  private async refused(tx: Tx, cohort: LockedCohort, { to, despiteMinimum }: ChangeCohortStateInput): Promise<CohortStateRefused | BelowMinimum | undefined> {
    if (!mayBecome(cohort.state, to)) return new CohortStateRefused(cohort.state, to);
    const startsFor = to === 'confirmed' || to === 'running';
    if (!startsFor || despiteMinimum) return undefined;
    const enrolled = await this.cohorts.countSeated(tx, cohort.id);
    return enrolled < cohort.minimum ? new BelowMinimum(enrolled, cohort.minimum) : undefined;
  }

  private async cancelSessions(tx: Tx, cohort: LockedCohort): ReturnType<Occurrences['cancel']> {
    return this.occurrences.cancel(tx, cohort.organisationId, await this.cohorts.sessionsToCome(tx, cohort.id));
  }
}
