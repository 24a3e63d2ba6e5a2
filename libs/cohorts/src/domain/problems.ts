import { Problem } from '@app/platform';
import { type CohortState } from './cohort.js';
import { type EnrolmentState } from './enrolment.js';

/** All seats are taken; who comes next can wait. */
export class CohortFull extends Problem {
  readonly code = 'COHORT_FULL';
  constructor(
    readonly capacity: number,
    /** How many of those asked for had no seat left. */
    readonly short: number,
    readonly waiting: number,
  ) {
    super();
  }
}

/** The cohort does not take registrations now. */
export class RegistrationClosed extends Problem {
  readonly code = 'REGISTRATION_CLOSED';
  constructor(
    readonly opensAt: Date | null,
    readonly closesAt: Date | null,
    /** When it is asked about before its time; otherwise it is over, or was never open. */
    readonly isEarly: boolean,
    readonly zone: string,
  ) {
    super();
  }
}

/** Courses come before that the learner has not completed, and the cohort asks for them. */
export class PrerequisitesMissing extends Problem {
  readonly code = 'PREREQUISITES_MISSING';
  constructor(
    /** Their titles. */
    readonly courses: readonly string[],
  ) {
    super();
  }
}

/** A cohort cannot go from this state to that one, or nothing can be done in it any more. */
export class CohortStateRefused extends Problem {
  readonly code = 'COHORT_STATE_REFUSED';
  constructor(
    readonly from: CohortState,
    readonly to: CohortState | null,
  ) {
    super();
  }
}

/** Fewer learners than the minimum: whoever confirms it all the same says so. */
export class BelowMinimum extends Problem {
  readonly code = 'BELOW_MINIMUM';
  constructor(
    readonly enrolled: number,
    readonly minimum: number,
  ) {
    super();
  }
}

/** A learner cannot go from this state to that one. */
export class EnrolmentStateRefused extends Problem {
  readonly code = 'ENROLMENT_STATE_REFUSED';
  constructor(
    readonly from: EnrolmentState,
    readonly to: EnrolmentState,
  ) {
    super();
  }
}

/** The group still has learners or sessions. */
export class GroupInUse extends Problem {
  readonly code = 'GROUP_IN_USE';
  constructor(
    readonly learners: number,
    readonly sessions: number,
  ) {
    super();
  }
}

/** The course has no published version yet: a cohort runs on one. */
export class NotPublished extends Problem {
  readonly code = 'NOT_PUBLISHED';
}

/** Other changes came after it, or it is too late: it cannot be taken back as a whole. */
export class CannotUndo extends Problem {
  readonly code = 'CANNOT_UNDO';
  constructor(readonly why: 'changed-since' | 'undone' | 'begun') {
    super();
  }
}
