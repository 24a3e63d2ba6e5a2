import { Injectable } from '@nestjs/common';
import { type EditRefused } from '@app/ledger';
import { type Actor, Database, isProblem, type Tx } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { type SessionChangeKind, SessionChangeStore } from '../persistence/session-change.store.js';
import { type PlannedSession, SessionStore } from '../persistence/session.store.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';
import { beforeOf, type SessionRef, type SessionsChanged, sessionsToChange } from './sessions-to-change.js';

/** The session named, and those that follow where that is wanted. */
export type SessionsInHand = readonly [PlannedSession, ...PlannedSession[]];

interface Kind {
  readonly kind: SessionChangeKind;
  readonly action: string;
}

const SLOW_STATEMENT_MS = 15_000;

/** What every change of sessions has in common: the cohort under its lock, the sessions it concerns, and a line of history with the way back. */
@Injectable()
export class SessionEditor {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly sessions: SessionStore,
    private readonly history: SessionChangeStore,
  ) {}

  change<Done extends { readonly versions: ReadonlyMap<string, number> }>(
    actor: Actor,
    ref: SessionRef,
    { kind, action }: Kind,
    work: (tx: Tx, cohort: LockedCohort, sessions: SessionsInHand) => Promise<Done | EditRefused>,
  ): Promise<(Done & SessionsChanged) | CohortEditRefused | CohortStateRefused | EditRefused> {
    return this.database.as(
      actor,
      async (tx) => {
        const cohort = await cohortInUse(tx, this.cohorts, { cohortId: ref.cohortId, action });
        if (isProblem(cohort)) return cohort;
        const sessions = await sessionsToChange(tx, this.sessions, ref);
        if (isProblem(sessions)) return sessions;
        const done = await work(tx, cohort, sessions);
        if (isProblem(done)) return done;
        const changeId = await this.history.record(tx, cohort, { kind, following: ref.following, before: beforeOf(sessions, done.versions) });
        if (ref.why) await this.history.explain(tx, cohort.organisationId, ref.why, done.versions);
        return { ...done, changeId };
      },
      { statementTimeout: SLOW_STATEMENT_MS },
    );
  }
}
