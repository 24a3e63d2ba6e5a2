import { Injectable } from '@nestjs/common';
import { Journal } from '@app/identity';
import { type Actor, Database, type Fault, InvalidInput, NotAllowed, NotFound, type Tx } from '@app/platform';
import { givesSessions, mayTakeAttendance } from '../domain/agenda.policy.js';
import { isAttendanceOpen, LATEST_MINUTES, type MarkConflict, marksToAppend, type SeenMark, sortOutConflicts, type StandingMark, unitsOf } from '../domain/attendance.js';
import { AttendanceClosed } from '../domain/problems.js';
import { AttendanceStore } from '../persistence/attendance.store.js';
import { type LockedSession, SessionReads } from '../persistence/session.reads.js';

export interface MarkAttendanceInput {
  readonly occurrenceId: string;
  readonly marks: readonly SeenMark[];
  /** For what was written down without a connection: what its sender had not seen is not overwritten, but answered as a conflict. */
  readonly keepUnseen?: boolean;
}

export interface AttendanceMarked {
  readonly occurrenceId: string;
  readonly appended: number;
  readonly conflicts: readonly MarkConflict[];
  /** What stands now about those who were named. */
  readonly standing: readonly StandingMark[];
}

type Refusal = NotAllowed | NotFound | AttendanceClosed | InvalidInput;

const MOST_MARKS = 500;

/** Says who is there. What is said again otherwise is a correction beside what stood before; saying the same twice adds nothing. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly database: Database,
    private readonly reads: SessionReads,
    private readonly store: AttendanceStore,
    private readonly journal: Journal,
  ) {}

  /** Who gives other sessions of the centre may not, and the attempt stands in the trail; for everybody else the session does not exist. */
  async execute(actor: Actor, input: MarkAttendanceInput): Promise<AttendanceMarked | Refusal> {
    const { occurrenceId } = input;
    let organisationId: string | undefined;
    const answer = await this.database.as<AttendanceMarked | Refusal>(actor, async (tx) => {
      const session = await this.reads.lock(tx, occurrenceId);
      organisationId = session?.organisationId;
      return session ? this.mark(tx, session, input) : new NotFound('session');
    });
    return this.journal.refusals(actor, { organisationId, kind: 'occurrence', id: occurrenceId }, answer);
  }

  private async mark(tx: Tx, session: LockedSession, input: MarkAttendanceInput): Promise<AttendanceMarked | Refusal> {
    const { actor } = tx;
    const { occurrenceId } = input;
    if (!mayTakeAttendance(actor, session)) return givesSessions(actor, session.organisationId) ? new NotAllowed('attendance.mark') : new NotFound('session');
    if (!isAttendanceOpen(session, session.now)) return new AttendanceClosed(session.state, session.startsAt, session.zone);
    const named = input.marks.map((mark) => mark.personId);
    const before = await this.reads.standing(tx, occurrenceId, named);
    const { free, conflicts } = input.keepUnseen ? sortOutConflicts(input.marks, before, session.learnerIds) : { free: input.marks, conflicts: [] };
    const faults = faultsOf(input, free, session);
    if (faults.length > 0) return new InvalidInput(faults);
    const appended = marksToAppend(free, before);
    if (appended.length === 0) return { occurrenceId, appended: 0, conflicts, standing: before };
    await this.store.append(tx, { organisationId: session.organisationId, occurrenceId }, appended);
    return { occurrenceId, appended: appended.length, conflicts, standing: await this.reads.standing(tx, occurrenceId, named) };
  }
}

/** What is wrong with the marks that would be written, at their place in the list that was sent. */
function faultsOf({ marks }: MarkAttendanceInput, free: readonly SeenMark[], session: LockedSession): readonly Fault[] {
  if (marks.length === 0 || marks.length > MOST_MARKS) return [{ field: 'marks', reason: 'marks.count', values: { max: MOST_MARKS } }];
  const units = unitsOf(session);
  return marks.flatMap((mark, index): readonly Fault[] => {
    const { personId, unit, status, minutesLate } = mark;
    if (!free.includes(mark)) return [];
    const at = `marks.${index}`;
    if (!session.learnerIds.includes(personId)) return [{ field: `${at}.personId`, reason: 'marks.not-expected' }];
    if (!Number.isInteger(unit) || unit < 1 || unit > units) return [{ field: `${at}.unit`, reason: 'marks.unit', values: { max: units } }];
    return hasOddMinutes(status, minutesLate) ? [{ field: `${at}.minutesLate`, reason: 'marks.minutes-late', values: { max: LATEST_MINUTES } }] : [];
  });
}


const hasOddMinutes = (status: string, minutes: number | null | undefined): boolean => (minutes ?? null) !== null && (status !== 'late' || !(Number(minutes) >= 1 && Number(minutes) <= LATEST_MINUTES));
