import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, NotAllowed, NotFound, StaleVersion } from '@app/platform';
import { type AbsenceState } from '../domain/absence.js';
import { mayAnnounceFor, mayDecide } from '../domain/agenda.policy.js';
import { AbsenceSettled } from '../domain/problems.js';
import { type Absence, AbsenceStore } from '../persistence/absence.store.js';

export interface SettleAbsenceInput {
  readonly absenceId: string;
  readonly expectedVersion: number;
  /** A coordinator justifies or not; the person takes it back. */
  readonly as: Exclude<AbsenceState, 'to-justify'>;
}

export type AbsenceRefused = NotAllowed | NotFound | StaleVersion | AbsenceSettled;

/** Ends an open absence: decided by a coordinator, or taken back by who announced it. A decision can be changed by another decision. */
@Injectable()
export class SettleAbsence {
  constructor(
    private readonly database: Database,
    private readonly store: AbsenceStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: SettleAbsenceInput): Promise<Absence | AbsenceRefused> {
    return this.database.as<Absence | AbsenceRefused>(actor, async (tx) => {
      const absence = await this.store.lock(tx, input.absenceId);
      const refused = absence ? refusalOf(actor, absence, input) : new NotFound('absence');
      if (refused || !absence) return refused ?? new NotFound('absence');
      const { organisationId, personId } = absence;
      const settled = await this.store.settle(tx, absence.id, input.as);
      await this.changes.append(tx, { organisationId, subjectKind: 'absence-notice', subjectId: absence.id, version: settled.version, kind: input.as, personId });
      return settled;
    });
  }
}

function refusalOf(actor: Actor, absence: Absence, { as, expectedVersion }: SettleAbsenceInput): AbsenceRefused | undefined {
  const isMine = mayAnnounceFor(actor, absence.organisationId, absence.personId);
  const decides = mayDecide(actor, absence.organisationId);
  if (!isMine && !decides) return new NotFound('absence');
  if (as !== 'withdrawn' && !decides) return new NotAllowed('absence.decide');
  if (absence.state === 'withdrawn' || (as === 'withdrawn' && absence.state !== 'to-justify')) return new AbsenceSettled(absence.state);
  return absence.version === expectedVersion ? undefined : new StaleVersion(expectedVersion, absence.version);
}
