import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, NotAllowed, NotFound, type Tx } from '@app/platform';
import { takesRegistrations } from '../domain/cohort.js';
import { mayRegister } from '../domain/cohort.policy.js';
import { hasSeat } from '../domain/enrolment.js';
import { PrerequisitesMissing, RegistrationClosed } from '../domain/problems.js';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { type Candidate, Places, type PlacesRefused } from './places.js';

/** What a learner has after registering: a place, or a place in the queue. */
export interface Registration {
  readonly cohortId: string;
  readonly state: 'enrolled' | 'waiting';
  /** How many stand before in the queue; 0 with a place. */
  readonly before: number;
}

/**
 * A learner takes a place himself, or the next place in the queue: in the order in which the server gets to it. Whoever waits comes
 * before whoever registers later, also while a seat is free. Asking twice changes nothing.
 */
@Injectable()
export class Register {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly enrolments: EnrolmentStore,
    private readonly places: Places,
  ) {}

  execute(actor: Actor, input: { readonly cohortId: string }): Promise<Registration | NotAllowed | NotFound | RegistrationClosed | PrerequisitesMissing | PlacesRefused> {
    return this.database.as(actor, async (tx) => {
      const cohort = await this.cohorts.lock(tx, input.cohortId);
      const { personId } = actor;
      if (!cohort || cohort.state === 'draft' || !personId) return new NotFound('cohort');
      if (!mayRegister(actor, cohort.organisationId)) return new NotAllowed('cohort.register');
      const standing = (await this.enrolments.of(tx, cohort.id, [personId])).get(personId);
      if (standing && hasSeat(standing.state)) return enrolledIn(cohort);
      return (await this.refused(tx, cohort, personId)) ?? this.place(tx, cohort, { personId, groupId: standing?.groupId ?? null });
    });
  }

  /** Why nobody, or this person, registers now. */
  private async refused(tx: Tx, cohort: LockedCohort, personId: string): Promise<RegistrationClosed | PrerequisitesMissing | undefined> {
    if (!takesRegistrations(cohort, cohort.now)) return closed(cohort);
    if (!cohort.demandsPrerequisites) return undefined;
    const missing = (await this.enrolments.lacking(tx, cohort.courseId, [personId])).get(personId);
    return missing && new PrerequisitesMissing(missing);
  }

  private async place(tx: Tx, cohort: LockedCohort, candidate: Candidate): Promise<Registration | PlacesRefused> {
    const hasQueue = (await this.enrolments.countWaiting(tx, cohort.id)) > 0;
    if (hasQueue) await this.places.wait(tx, cohort, [candidate.personId]);
    else {
      const given = await this.places.give(tx, cohort, [candidate], { way: 'registration', whenFull: 'wait' });
      if (isProblem(given)) return given;
      if (given.enrolled.length > 0) return enrolledIn(cohort);
    }
    return { cohortId: cohort.id, state: 'waiting', before: await this.enrolments.countWaiting(tx, cohort.id, candidate.personId) };
  }
}

const enrolledIn = (cohort: LockedCohort): Registration => ({ cohortId: cohort.id, state: 'enrolled', before: 0 });

const closed = ({ registrationOpensAt, registrationClosesAt, now, zone, state }: LockedCohort): RegistrationClosed =>
  new RegistrationClosed(registrationOpensAt, registrationClosesAt, (state === 'open' || state === 'confirmed') && registrationOpensAt !== null && now < registrationOpensAt, zone);
