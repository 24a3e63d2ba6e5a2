import { Injectable } from '@nestjs/common';
import { type Clash, type OccurrenceOver, type PlanRefused, type RosterChanged, Rosters } from '@app/ledger';
import { isProblem, type Tx } from '@app/platform';
import { isFor } from '../domain/enrolment.js';
import { type LockedCohort } from '../persistence/cohort.store.js';
import { SessionStore } from '../persistence/session.store.js';

interface Learner {
  readonly personId: string;
  readonly groupId: string | null;
}

/** So many claims go in one call on the ledger; more people are added in several. */
const MOST_CLAIMS = 4_000;

/** Keeps who is listed at the sessions to come in step with who has a place: of the cohort as a whole, and of each group. */
@Injectable()
export class LearnersInSessions {
  constructor(
    private readonly sessions: SessionStore,
    private readonly rosters: Rosters,
  ) {}

  async change(tx: Tx, cohort: LockedCohort, learners: readonly Learner[], how: 'join' | 'leave'): Promise<readonly Clash[] | PlanRefused | OccurrenceOver> {
    const toCome = await this.sessions.attendedBy(tx, cohort.id);
    const yielded: Clash[] = [];
    if (toCome.length === 0) return yielded;
    const portion = Math.max(1, Math.floor(MOST_CLAIMS / toCome.length));
    for (let at = 0; at < learners.length; at += portion) {
      const some = learners.slice(at, at + portion);
      const changes = toCome.map((session) => ({ occurrenceId: session.id, [how]: some.filter((learner) => isFor(session, learner)).map(({ personId }) => ({ personId, part: 'learner' as const })) }));
      const changed = await this.rosters.change(tx, cohort.organisationId, changes.filter((change) => (change[how] ?? []).length > 0));
      if (isProblem(changed)) return changed;
      yielded.push(...changed.yielded);
    }
    return yielded;
  }

  /** Off the sessions of the old group and into those of the new one. */
  async regroup(tx: Tx, cohort: LockedCohort, learner: Learner, groupId: string | null): Promise<RosterChanged | PlanRefused | OccurrenceOver> {
    const toCome = await this.sessions.attendedBy(tx, cohort.id);
    const person = [{ personId: learner.personId, part: 'learner' as const }];
    return this.rosters.change(tx, cohort.organisationId, [
      ...toCome.filter((session) => isFor(session, learner) && !isFor(session, { groupId })).map(({ id }) => ({ occurrenceId: id, leave: person })),
      ...toCome.filter((session) => !isFor(session, learner) && isFor(session, { groupId })).map(({ id }) => ({ occurrenceId: id, join: person })),
    ]);
  }
}
