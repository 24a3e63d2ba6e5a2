import { Injectable } from '@nestjs/common';
import { Changes, type Tx } from '@app/platform';
import { type NewMark } from '../domain/attendance.js';

const APPEND = `
  insert into attendance_mark (organisation_id, occurrence_id, person_id, unit, status, minutes_late, recorded_by, supersedes)
  select $1, $2, m."personId", m.unit, m.status, m."minutesLate", $3, m.supersedes
  from jsonb_to_recordset($4::jsonb) as m("personId" uuid, unit int, status text, "minutesLate" int, supersedes uuid)`;

@Injectable()
export class AttendanceStore {
  constructor(private readonly changes: Changes) {}

  /** Adds marks, and tells of whom; nothing here ever changes one. */
  async append(tx: Tx, session: { readonly organisationId: string; readonly occurrenceId: string }, marks: readonly NewMark[]): Promise<void> {
    const { organisationId, occurrenceId } = session;
    await tx.query(APPEND, [organisationId, occurrenceId, tx.actor.personId ?? null, JSON.stringify(marks)]);
    const about = [...new Set(marks.map((mark) => mark.personId))];
    await this.changes.append(tx, ...about.map((personId) => ({ organisationId, subjectKind: 'attendance', subjectId: occurrenceId, kind: 'marked', personId })));
  }
}
