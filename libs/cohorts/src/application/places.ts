import { Injectable } from '@nestjs/common';
import { type Clash, type OccurrenceOver, type PlanRefused, Seats, type SeatsTaken } from '@app/ledger';
import { type Change, Changes, isProblem, type Tx } from '@app/platform';
import { attends, type EnrolmentState, type EnrolmentWay, hasSeat } from '../domain/enrolment.js';
import { CohortFull } from '../domain/problems.js';
import { type LockedCohort } from '../persistence/cohort.store.js';
import { type Enrolment, EnrolmentStore } from '../persistence/enrolment.store.js';
import { LearnersInSessions } from './learners-in-sessions.js';

export interface Candidate {
  readonly personId: string;
  readonly groupId: string | null;
}

/** What becomes of those for whom no seat is left: all are refused, or they wait. */
export type WhenFull = 'refuse' | 'wait';

export interface PlacesGiven {
  readonly enrolled: readonly Enrolment[];
  /** Number in the queue by person. */
  readonly waiting: ReadonlyMap<string, number>;
  /** Who had a place before. */
  readonly already: readonly string[];
  readonly yielded: readonly Clash[];
}

export type PlacesRefused = CohortFull | PlanRefused | OccurrenceOver | SeatsTaken;

/**
 * Gives and takes back places in a cohort, each with its seat and with the sessions to come. Call it under the lock of the cohort: that
 * lock stands before the seat pool, so the pool may be counted before the ledger is asked. Policies are the caller's.
 */
@Injectable()
export class Places {
  constructor(
    private readonly enrolments: EnrolmentStore,
    private readonly sessions: LearnersInSessions,
    private readonly seats: Seats,
    private readonly changes: Changes,
  ) {}

  /** In the order given: the first get the seats that are free. Who has a place keeps it. */
  async give(tx: Tx, cohort: LockedCohort, candidates: readonly Candidate[], how: { readonly way: EnrolmentWay; readonly whenFull: WhenFull }): Promise<PlacesGiven | PlacesRefused> {
    const standing = await this.enrolments.of(tx, cohort.id, candidates.map(({ personId }) => personId));
    const isIn = ({ personId }: Candidate): boolean => hasSeat(standing.get(personId)?.state ?? 'withdrawn');
    const already = candidates.filter(isIn).map(({ personId }) => personId);
    const wanted = candidates.filter((candidate) => !isIn(candidate));
    const free = wanted.length > 0 ? await this.seats.free(tx, cohort.organisationId, cohort.seatPoolId) : 0;
    const [seated, short] = [wanted.slice(0, free), wanted.slice(free)];
    if (short.length > 0 && how.whenFull === 'refuse') return new CohortFull(cohort.capacity, short.length, await this.enrolments.countWaiting(tx, cohort.id));
    const waiting = await this.wait(tx, cohort, short.map(({ personId }) => personId));
    const given = await this.seat(tx, cohort, seated, how.way);
    return isProblem(given) ? given : { ...given, waiting, already };
  }

  /** At the end of the queue, in the order given. Answers each one's number. */
  async wait(tx: Tx, cohort: LockedCohort, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (personIds.length === 0) return new Map();
    const numbers = await this.enrolments.queue(tx, { organisationId: cohort.organisationId, cohortId: cohort.id }, personIds);
    await this.changes.append(tx, ...personIds.map((personId) => changeOf(cohort, personId, 'queued')));
    return numbers;
  }

  /** Off the queue; false for who was not in it. */
  async unwait(tx: Tx, cohort: LockedCohort, personId: string): Promise<boolean> {
    if ((await this.enrolments.unqueue(tx, cohort.id, [personId])) === 0) return false;
    await this.changes.append(tx, changeOf(cohort, personId, 'unqueued'));
    return true;
  }

  /** Ends a place, or lets it rest: the seat is free at once, and the sessions to come are out of the agenda. */
  async turn(tx: Tx, cohort: LockedCohort, enrolment: Enrolment, to: EnrolmentState): Promise<{ readonly version: number } | PlanRefused | OccurrenceOver> {
    if (hasSeat(enrolment.state) && !hasSeat(to)) await this.seats.giveBack(tx, cohort.organisationId, [{ poolId: cohort.seatPoolId, personId: enrolment.personId }]);
    if (attends(enrolment.state) && !attends(to)) {
      const left = await this.sessions.change(tx, cohort, [enrolment], 'leave');
      if (isProblem(left)) return left;
    }
    if (!attends(enrolment.state) && attends(to) && hasSeat(enrolment.state)) {
      const joined = await this.sessions.change(tx, cohort, [enrolment], 'join');
      if (isProblem(joined)) return joined;
    }
    const version = await this.enrolments.setState(tx, enrolment.id, to);
    await this.changes.append(tx, changeOf(cohort, enrolment.personId, to));
    return { version };
  }

  /** Another group: other sessions, the same seat. */
  async regroup(tx: Tx, cohort: LockedCohort, enrolment: Enrolment, groupId: string | null): Promise<{ readonly version: number } | PlanRefused | OccurrenceOver> {
    if (attends(enrolment.state)) {
      const changed = await this.sessions.regroup(tx, cohort, enrolment, groupId);
      if (isProblem(changed)) return changed;
    }
    const version = await this.enrolments.setGroup(tx, enrolment.id, groupId);
    await this.changes.append(tx, changeOf(cohort, enrolment.personId, 'regrouped'));
    return { version };
  }

  private async seat(tx: Tx, cohort: LockedCohort, seated: readonly Candidate[], way: EnrolmentWay): Promise<Pick<PlacesGiven, 'enrolled' | 'yielded'> | PlacesRefused> {
    if (seated.length === 0) return { enrolled: [], yielded: [] };
    const { id: cohortId, organisationId, seatPoolId: poolId } = cohort;
    const taken = await this.seats.take(tx, organisationId, seated.map(({ personId }) => ({ poolId, personId })));
    if (isProblem(taken)) return taken;
    const enrolled = await this.enrolments.give(tx, { organisationId, cohortId }, seated, way);
    await this.enrolments.unqueue(tx, cohortId, seated.map(({ personId }) => personId));
    const joined = await this.sessions.change(tx, cohort, enrolled, 'join');
    if (isProblem(joined)) return joined;
    await this.changes.append(tx, ...enrolled.map(({ personId }) => changeOf(cohort, personId, 'enrolled')));
    return { enrolled, yielded: joined };
  }
}

/** Of a learner's place: what happened to it, without any name. */
const changeOf = (cohort: Pick<LockedCohort, 'id' | 'organisationId'>, personId: string, kind: string): Change => ({
  ...{ organisationId: cohort.organisationId, subjectKind: 'enrolment', subjectId: cohort.id, personId, kind },
});
