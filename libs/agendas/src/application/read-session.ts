import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotFound } from '@app/platform';
import { mayTakeAttendance } from '../domain/agenda.policy.js';
import { unitsOf } from '../domain/attendance.js';
import { SessionReads, type SessionSheet } from '../persistence/session.reads.js';

export interface Session extends SessionSheet {
  /** In how many units attendance is taken. */
  readonly units: number;
}

/** A session with all who are expected and what was said about them. For others than those who give or plan it, it does not exist. */
@Injectable()
export class ReadSession {
  constructor(
    private readonly database: Database,
    private readonly reads: SessionReads,
  ) {}

  execute(actor: Actor, occurrenceId: string): Promise<Session | NotFound> {
    return this.database.as<Session | NotFound>(actor, async (tx) => {
      const sheet = await this.reads.sheet(tx, occurrenceId);
      if (!sheet || !mayTakeAttendance(actor, { organisationId: sheet.organisationId, staffIds: sheet.staff.map((one) => one.personId) })) return new NotFound('session');
      return { ...sheet, units: unitsOf({ startsAt: new Date(sheet.startsAt), endsAt: new Date(sheet.endsAt) }) };
    });
  }
}
