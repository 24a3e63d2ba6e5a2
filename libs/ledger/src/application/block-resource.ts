import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, InvalidInput, isProblem, type NotAllowed, NotFound } from '@app/platform';
import { refusal, textFaults, tidyLine } from '@app/identity';
import { mayPlan } from '../domain/ledger.policy.js';
import { isPlanned, LONGEST_ABSENCE_DAYS, planTime } from '../domain/time-range.js';
import { ResourceStore } from '../persistence/resource.store.js';
import { type Blocked, Ledger } from './ledger.js';

export interface BlockResourceInput {
  readonly organisationId: string;
  readonly resourceId: string;
  readonly kind: 'blocked' | 'loan';
  /** "Being painted", "lent to the town hall". */
  readonly label?: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Takes a room or a piece of equipment out of use for a while. */
@Injectable()
export class BlockResource {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly ledger: Ledger,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: BlockResourceInput): Promise<Blocked | NotAllowed | NotFound | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, resourceId, kind } = input;
      const refused = refusal(actor, organisationId, { granted: mayPlan(actor, organisationId), action: 'room.block' });
      if (refused) return refused;
      const [thing] = await this.resources.bookable(tx, organisationId, [resourceId]);
      if (thing?.organisationId !== organisationId) return new NotFound('room');
      const during = planTime({ ...input, zone: thing.zone }, LONGEST_ABSENCE_DAYS * 24);
      const faults = [...textFaults(input.label, { field: 'label', max: 200 }), ...(isPlanned(during) ? [] : during)];
      if (!isPlanned(during) || faults.length > 0) return new InvalidInput(faults);
      const blocked = await this.ledger.block(tx, { organisationId, resourceId, isPerson: false, during, zone: during.zone, kind, label: tidyLine(input.label) });
      if (isProblem(blocked)) return blocked;
      await this.changes.append(tx, { organisationId, subjectKind: 'absence', subjectId: blocked.id, version: 1, kind: 'entered', data: { resourceId } });
      return blocked;
    });
  }
}
