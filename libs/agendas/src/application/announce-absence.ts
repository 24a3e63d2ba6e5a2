import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, InvalidInput, type NotAllowed, NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { type AbsenceReason, duringOf, faultsOfHalfDays, type HalfDays } from '../domain/absence.js';
import { mayAnnounceFor } from '../domain/agenda.policy.js';
import { type Absence, AbsenceStore } from '../persistence/absence.store.js';

export interface AnnounceAbsenceInput extends HalfDays {
  readonly organisationId: string;
  /** Who cannot come; the person who asks where left out. */
  readonly personId?: string;
  readonly reason: AbsenceReason;
}

/** Says for half-days that somebody cannot come. It is open ("to justify") until a coordinator decides. */
@Injectable()
export class AnnounceAbsence {
  constructor(
    private readonly database: Database,
    private readonly store: AbsenceStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: AnnounceAbsenceInput): Promise<Absence | NotAllowed | NotFound | InvalidInput> {
    return this.database.as<Absence | NotAllowed | NotFound | InvalidInput>(actor, async (tx) => {
      const { organisationId, personId = actor.personId ?? '', reason, firstDay, firstHalf, lastDay, lastHalf } = input;
      const refused = refusal(actor, organisationId, { granted: mayAnnounceFor(actor, organisationId, personId), action: 'absence.announce' });
      if (refused) return refused;
      if (!(await this.store.isKnown(tx, organisationId, personId))) return new NotFound('person');
      const faults = faultsOfHalfDays(input);
      if (faults.length > 0) return new InvalidInput(faults);
      const half: HalfDays = { firstDay, firstHalf, lastDay, lastHalf };
      const during = duringOf(half, await this.store.zone(tx, organisationId));
      const absence = await this.store.announce(tx, { ...half, organisationId, personId, reason, during });
      await this.changes.append(tx, { organisationId, subjectKind: 'absence-notice', subjectId: absence.id, version: 1, kind: 'announced', personId });
      return absence;
    });
  }
}
