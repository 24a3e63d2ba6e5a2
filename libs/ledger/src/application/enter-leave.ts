import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, InvalidInput, isProblem, type NotAllowed, type NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { maySpeakFor } from '../domain/ledger.policy.js';
import { isPlanned, LONGEST_ABSENCE_DAYS, planTime } from '../domain/time-range.js';
import { type Blocked, Ledger } from './ledger.js';

export interface EnterLeaveInput {
  readonly organisationId: string;
  readonly personId: string;
  /** Readings of the wall clock: leave from Monday to Wednesday ends on Thursday at 00:00. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
}

/** Says that a person is away. Why is not asked. */
@Injectable()
export class EnterLeave {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: EnterLeaveInput): Promise<Blocked | NotAllowed | NotFound | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, personId } = input;
      const refused = refusal(actor, organisationId, { granted: maySpeakFor(actor, organisationId, personId), action: 'leave.enter' });
      if (refused) return refused;
      const during = planTime(input, LONGEST_ABSENCE_DAYS * 24);
      if (!isPlanned(during)) return new InvalidInput(during);
      const blocked = await this.ledger.block(tx, { organisationId, resourceId: personId, isPerson: true, during, zone: during.zone, kind: 'leave' });
      if (isProblem(blocked)) return blocked;
      await this.changes.append(tx, { organisationId, subjectKind: 'absence', subjectId: blocked.id, version: 1, kind: 'entered', personId });
      return blocked;
    });
  }
}
