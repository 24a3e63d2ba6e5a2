import { Injectable } from '@nestjs/common';
import { type Clash, type EditRefused, OccurrenceOver, Occurrences, type PlanRefused } from '@app/ledger';
import { isProblem, StaleVersion, type Tx } from '@app/platform';
import { isFor } from '../domain/enrolment.js';
import { type LockedCohort } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { type SessionBefore, type SessionChange } from '../persistence/session-change.store.js';
import { type PlannedSession, SessionStore } from '../persistence/session.store.js';
import { Replacements } from './replacements.js';

export interface SessionsRestored {
  readonly versions: ReadonlyMap<string, number>;
  readonly yielded: readonly Clash[];
}

type Restored = Promise<SessionsRestored | EditRefused | PlanRefused>;
type StandingSessions = ReadonlyMap<string, PlannedSession>;

/** Brings sessions back to how they were before a change. */
@Injectable()
export class Restoring {
  constructor(
    private readonly sessions: SessionStore,
    private readonly enrolments: EnrolmentStore,
    private readonly occurrences: Occurrences,
    private readonly replacements: Replacements,
  ) {}

  async restore(tx: Tx, cohort: LockedCohort, { kind, before }: SessionChange): Restored {
    const standing = new Map((await this.sessions.named(tx, cohort.id, before.map(({ id }) => id))).map((session) => [session.id, session]));
    for (const each of before) {
      const session = standing.get(each.id);
      if (session?.version !== each.versionAfter) return new StaleVersion(each.versionAfter, session?.version ?? 0);
      if (session.hasBegun || new Date(each.startsAt) <= cohort.now) return new OccurrenceOver('done');
    }
    if (kind === 'cancelled') return this.reinstate(tx, cohort, before, standing);
    return kind === 'moved' ? this.moveBack(tx, cohort, before) : this.replaceBack(tx, cohort, before, standing);
  }

  private moveBack(tx: Tx, cohort: LockedCohort, before: readonly SessionBefore[]): Restored {
    const edits = before.map(({ id, versionAfter, localDate, localTime, startsAt, endsAt, zone, movedByHand }) => ({
      ...{ id, expectedVersion: versionAfter, movedByHand },
      time: { from: new Date(startsAt), to: new Date(endsAt), localDate, localTime, zone, shifted: false },
    }));
    return this.occurrences.change(tx, cohort.organisationId, edits);
  }

  /** Learners are those of today: who left meanwhile does not come back with the session. */
  private async reinstate(tx: Tx, cohort: LockedCohort, before: readonly SessionBefore[], standing: StandingSessions): Restored {
    const learners = await this.enrolments.active(tx, cohort.id);
    const returns = before.map(({ id, versionAfter, things, trainerIds }) => ({
      ...{ id, expectedVersion: versionAfter, things },
      people: [
        ...trainerIds.map((personId) => ({ personId, part: 'trainer' as const })),
        ...learners.filter((learner) => isFor({ groupId: standing.get(id)?.groupId ?? null }, learner)).map(({ personId }) => ({ personId, part: 'learner' as const })),
      ],
    }));
    return this.occurrences.reinstate(tx, cohort.organisationId, returns);
  }

  private async replaceBack(tx: Tx, cohort: LockedCohort, before: readonly SessionBefore[], standing: StandingSessions): Restored {
    const isElsewhere = ({ id, things }: SessionBefore): boolean => JSON.stringify(things) !== JSON.stringify(standing.get(id)?.things);
    const moved = await this.replacements.rooms(tx, cohort, before.filter(isElsewhere).map(({ id, versionAfter, things }) => ({ id, expectedVersion: versionAfter, things })));
    if (isProblem(moved)) return moved;
    const meetings = await this.replacements.meetings(tx, cohort, before.map(({ id, versionAfter, link, bring }) => ({ id, expectedVersion: moved.versions.get(id) ?? versionAfter, link, bring })));
    if (isProblem(meetings)) return meetings;
    const restaffed = await this.replacements.trainers(tx, cohort, before.map(({ id, trainerIds }) => ({ id, before: standing.get(id)?.trainerIds ?? [], after: trainerIds })));
    return isProblem(restaffed) ? restaffed : { versions: new Map([...moved.versions, ...meetings.versions, ...restaffed.versions]), yielded: [...moved.yielded, ...restaffed.yielded] };
  }
}
