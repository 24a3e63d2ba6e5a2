import { Injectable } from '@nestjs/common';
import { refusal } from '@app/identity';
import { type Actor, Database, NotAllowed, NotFound, type Page, type PageRequest } from '@app/platform';
import { mayReadCohorts, mayReadLearners, mayRunCohorts } from '../domain/cohort.policy.js';
import { type EnrolmentState } from '../domain/enrolment.js';
import { CohortReads, type CohortFilter, type CohortRow, type OpenCohort, type PlannableCourse } from '../persistence/cohort.reads.js';
import { LearnerReads, type LearnerRow, type WaitingRow } from '../persistence/learner.reads.js';
import { SessionReads, type SessionChangeRow, type SessionRow } from '../persistence/session.reads.js';

export interface LearnersWanted {
  readonly cohortId: string;
  readonly states?: readonly EnrolmentState[];
}

/** The screens of a cohort: one statement each. Names of learners are for those who run it or teach in it. */
@Injectable()
export class ReadCohorts {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortReads,
    private readonly sessionReads: SessionReads,
    private readonly learnerReads: LearnerReads,
  ) {}

  list(actor: Actor, filter: CohortFilter, page: PageRequest): Promise<Page<CohortRow> | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const { organisationId } = filter;
      return refusal(actor, organisationId, { granted: mayReadCohorts(actor, organisationId), action: 'cohort.read' }) ?? this.cohorts.list(tx, filter, page);
    });
  }

  courses(actor: Actor, organisationId: string): Promise<readonly PlannableCourse[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => refusal(actor, organisationId, { granted: mayRunCohorts(actor, organisationId), action: 'cohort.create' }) ?? this.cohorts.courses(tx, organisationId));
  }

  one(actor: Actor, cohortId: string): Promise<CohortRow | NotFound> {
    return this.database.as(actor, async (tx) => {
      const found = await this.cohorts.one(tx, cohortId);
      return found && mayReadCohorts(actor, found.organisationId) ? found : new NotFound('cohort');
    });
  }

  sessions(actor: Actor, cohortId: string): Promise<readonly SessionRow[] | NotFound> {
    return this.database.as(actor, async (tx) => {
      const found = await this.cohorts.one(tx, cohortId);
      return found && mayReadCohorts(actor, found.organisationId) ? this.sessionReads.list(tx, cohortId) : new NotFound('cohort');
    });
  }

  history(actor: Actor, cohortId: string): Promise<readonly SessionChangeRow[] | NotFound> {
    return this.database.as(actor, async (tx) => {
      const found = await this.cohorts.one(tx, cohortId);
      return found && mayReadCohorts(actor, found.organisationId) ? this.sessionReads.history(tx, cohortId) : new NotFound('cohort');
    });
  }

  learners(actor: Actor, { cohortId, states }: LearnersWanted, page: PageRequest): Promise<Page<LearnerRow> | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => this.refused(actor, await this.cohorts.one(tx, cohortId)) ?? this.learnerReads.list(tx, cohortId, { states }, page));
  }

  waiting(actor: Actor, cohortId: string): Promise<readonly WaitingRow[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => this.refused(actor, await this.cohorts.one(tx, cohortId)) ?? this.learnerReads.waiting(tx, cohortId));
  }

  /** What each of these people lacks of the courses that come before: for who enrols them, before he does. */
  lacking(actor: Actor, cohortId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]> | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const found = await this.cohorts.one(tx, cohortId);
      if (!found || !mayReadCohorts(actor, found.organisationId)) return new NotFound('cohort');
      return mayRunCohorts(actor, found.organisationId) ? this.learnerReads.lacking(tx, found.courseId, personIds) : new NotAllowed('learner.enrol');
    });
  }

  /** What the person may register for, in the centres where he learns, and his own places. */
  open(actor: Actor): Promise<readonly OpenCohort[]> {
    const centres = actor.memberships.filter(({ role }) => role === 'learner').map(({ organisationId }) => organisationId);
    const { personId } = actor;
    if (!personId || centres.length === 0) return Promise.resolve([]);
    return this.database.as(actor, (tx) => this.cohorts.open(tx, personId, centres));
  }

  private refused(actor: Actor, cohort: CohortRow | undefined): NotAllowed | NotFound | undefined {
    if (!cohort || !mayReadCohorts(actor, cohort.organisationId)) return new NotFound('cohort');
    const trainerIds = cohort.trainers.map(({ id }) => id);
    return mayReadLearners(actor, { organisationId: cohort.organisationId, trainerIds }) ? undefined : new NotAllowed('learner.read');
  }
}
