import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type NewMark } from '../domain/attendance.js';

const APPEND = `
  insert into attendance_mark (organisation_id, occurrence_id, person_id, unit, status, minutes_late, recorded_by, supersedes)
  select $1, $2, m."personId", m.unit, m.status, m."minutesLate", $3, m.supersedes
  from jsonb_to_recordset($4::jsonb) as m("personId" uuid, unit int, status text, "minutesLate" int, supersedes uuid)`;

@Injectable()
export class AttendanceStore {
  /** Adds marks; nothing here ever changes one. */
  async append(tx: Tx, session: { readonly organisationId: string; readonly occurrenceId: string }, marks: readonly NewMark[]): Promise<void> {
    await tx.query(APPEND, [session.organisationId, session.occurrenceId, tx.actor.personId ?? null, JSON.stringify(marks)]);
  }
}
