import { Problem } from '@app/platform';
import { type AbsenceState } from './absence.js';

/** Attendance of this session cannot be taken: it is still to come, or it was cancelled. */
export class AttendanceClosed extends Problem {
  readonly code = 'ATTENDANCE_CLOSED';
  constructor(
    readonly state: string,
    readonly startsAt: Date,
    readonly zone: string,
  ) {
    super();
  }
}

/** An absence has as many photos as it may have. */
export class TooManyProofs extends Problem {
  readonly code = 'TOO_MANY_PROOFS';
  constructor(readonly most: number) {
    super();
  }
}

/** Somebody decided about the absence already, or it was taken back. */
export class AbsenceSettled extends Problem {
  readonly code = 'ABSENCE_SETTLED';
  constructor(readonly state: AbsenceState) {
    super();
  }
}
