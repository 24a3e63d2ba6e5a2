import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, type Fault, InvalidInput, NotFound } from '@app/platform';
import { mayTakeAttendance } from '../domain/agenda.policy.js';
import { isAttendanceOpen, LATEST_MINUTES, type Mark, marksToAppend, unitsOf } from '../domain/attendance.js';
import { AttendanceClosed } from '../domain/problems.js';
import { AttendanceStore } from '../persistence/attendance.store.js';
import { type LockedSession, SessionReads } from '../persistence/session.reads.js';

export interface MarkAttendanceInput {
  readonly occurrenceId: string;
  readonly marks: readonly Mark[];
}

const MOST_MARKS = 500;

/** Says who is there. What is said again otherwise is a correction beside what stood before; saying the same twice adds nothing. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly database: Database,
    private readonly reads: SessionReads,
    private readonly store: AttendanceStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: MarkAttendanceInput): Promise<{ readonly occurrenceId: string; readonly appended: number } | NotFound | AttendanceClosed | InvalidInput> {
    return this.database.as<{ readonly occurrenceId: string; readonly appended: number } | NotFound | AttendanceClosed | InvalidInput>(actor, async (tx) => {
      const { occurrenceId, marks } = input;
      const session = await this.reads.lock(tx, occurrenceId);
      if (!session || !mayTakeAttendance(actor, session)) return new NotFound('session');
      if (!isAttendanceOpen(session, session.now)) return new AttendanceClosed(session.state, session.startsAt, session.zone);
      const faults = faultsOf(marks, session);
      if (faults.length > 0) return new InvalidInput(faults);
      const standing = await this.reads.standing(tx, occurrenceId, marks.map((mark) => mark.personId));
      const appended = marksToAppend(marks, standing);
      if (appended.length === 0) return { occurrenceId, appended: 0 };
      const { organisationId } = session;
      await this.store.append(tx, { organisationId, occurrenceId }, appended);
      const about = [...new Set(appended.map((mark) => mark.personId))];
      await this.changes.append(tx, ...about.map((personId) => ({ organisationId, subjectKind: 'attendance', subjectId: occurrenceId, kind: 'marked', personId })));
      return { occurrenceId, appended: appended.length };
    });
  }
}

function faultsOf(marks: readonly Mark[], session: LockedSession): readonly Fault[] {
  if (marks.length === 0 || marks.length > MOST_MARKS) return [{ field: 'marks', reason: 'marks.count', values: { max: MOST_MARKS } }];
  const units = unitsOf(session);
  return marks.flatMap(({ personId, unit, status, minutesLate }, index): readonly Fault[] => {
    const at = `marks.${index}`;
    if (!session.learnerIds.includes(personId)) return [{ field: `${at}.personId`, reason: 'marks.not-expected' }];
    if (!Number.isInteger(unit) || unit < 1 || unit > units) return [{ field: `${at}.unit`, reason: 'marks.unit', values: { max: units } }];
    const odd = minutesLate !== undefined && minutesLate !== null && (status !== 'late' || !(minutesLate >= 1 && minutesLate <= LATEST_MINUTES));
    return odd ? [{ field: `${at}.minutesLate`, reason: 'marks.minutes-late', values: { max: LATEST_MINUTES } }] : [];
  });
}

