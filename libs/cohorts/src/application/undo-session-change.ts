import { Injectable } from '@nestjs/common';
import { type EditRefused, OccurrenceOver, type PlanRefused } from '@app/ledger';
import { type Actor, Database, isProblem, NotFound, StaleVersion } from '@app/platform';
import { CannotUndo, type CohortStateRefused } from '../domain/problems.js';
import { CohortStore } from '../persistence/cohort.store.js';
import { SessionChangeStore } from '../persistence/session-change.store.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';
import { Restoring, type SessionsRestored } from './restoring.js';

export type UndoRefused = CohortEditRefused | CohortStateRefused | CannotUndo | EditRefused | PlanRefused;

/** Takes a change of sessions back as a whole, as long as none of them was touched since and none has begun. */
@Injectable()
export class UndoSessionChange {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly history: SessionChangeStore,
    private readonly restoring: Restoring,
  ) {}

  execute(actor: Actor, { changeId }: { readonly changeId: string }): Promise<SessionsRestored | UndoRefused> {
    return this.database.as(actor, async (tx) => {
      const found = await this.history.find(tx, changeId);
      if (!found) return new NotFound('session-change');
      const cohort = await cohortInUse(tx, this.cohorts, { cohortId: found.cohortId, action: 'session.undo' });
      if (isProblem(cohort)) return cohort;
      // Read again under the lock: two who undo at once take it back once.
      const change = await this.history.find(tx, changeId);
      if (!change || change.undoneAt) return new CannotUndo('undone');
      const restored = await this.restoring.restore(tx, cohort, change);
      if (restored instanceof StaleVersion) return new CannotUndo('changed-since');
      if (restored instanceof OccurrenceOver) return new CannotUndo('begun');
      if (isProblem(restored)) return restored;
      await this.history.markUndone(tx, change.id);
      return restored;
    });
  }
}
