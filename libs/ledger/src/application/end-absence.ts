import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, InvalidInput, NotAllowed, NotFound, StaleVersion } from '@app/platform';
import { refusal } from '@app/identity';
import { mayPlan, maySpeakFor } from '../domain/ledger.policy.js';
import { type StandingAbsence, AbsenceStore } from '../persistence/absence.store.js';

export interface EndAbsenceInput {
  readonly organisationId: string;
  readonly absenceId: string;
  readonly expectedVersion: number;
  /** Ends at this instant instead of later; undefined takes it back as if it had never been entered. */
  readonly endsAt?: Date;
}

export interface AbsenceEnded {
  readonly absenceId: string;
  readonly endsAt: Date | null;
}

/** Ends leave, a loan or a repair early, or takes it back. */
@Injectable()
export class EndAbsence {
  constructor(
    private readonly database: Database,
    private readonly absences: AbsenceStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: EndAbsenceInput): Promise<AbsenceEnded | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, absenceId, expectedVersion, endsAt } = input;
      const refused = refusal(actor, organisationId, { granted: actor.organisationIds.includes(organisationId), action: 'absence.end' });
      if (refused) return refused;
      const absence = await this.absences.lock(tx, organisationId, absenceId);
      if (!absence) return new NotFound('absence');
      if (!mayEnd(actor, absence)) return new NotAllowed('absence.end');
      if (absence.version !== expectedVersion) return new StaleVersion(expectedVersion, absence.version);
      const reason = endsAt && wrongEnd(absence, endsAt);
      if (reason) return InvalidInput.at('endsAt', reason);
      await (endsAt ? this.absences.endAt(tx, absence, endsAt) : this.absences.remove(tx, absence));
      await this.changes.append(tx, { organisationId, subjectKind: 'absence', subjectId: absenceId, version: absence.version + 1, kind: 'ended', data: { resourceId: absence.resourceId } });
      return { absenceId, endsAt: endsAt ?? null };
    });
  }
}

const mayEnd = (actor: Actor, absence: StandingAbsence): boolean =>
  absence.kind === 'leave' ? maySpeakFor(actor, absence.organisationId, absence.resourceId) : mayPlan(actor, absence.organisationId);

function wrongEnd(absence: StandingAbsence, endsAt: Date): string | undefined {
  if (endsAt <= absence.from) return 'range.reversed';
  return endsAt > absence.to ? 'absence.only-earlier' : undefined;
}
