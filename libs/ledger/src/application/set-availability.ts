import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, InvalidInput, type NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { refusal } from '@app/identity';
import { type AvailabilityPlan } from '../domain/availability.js';
import { availabilityFaults } from '../domain/availability-faults.js';
import { maySpeakFor } from '../domain/ledger.policy.js';
import { AvailabilityStore } from '../persistence/availability.store.js';

export interface SetAvailabilityInput extends AvailabilityPlan {
  readonly organisationId: string;
  readonly personId: string;
  /** 0 where nothing was said yet. */
  readonly expectedVersion: number;
}

export interface Availability extends AvailabilityPlan {
  readonly personId: string;
  readonly version: number;
}

/** Says when a person is available for an organisation, week after week and by exception; replaces what was said before. */
@Injectable()
export class SetAvailability {
  constructor(
    private readonly database: Database,
    private readonly store: AvailabilityStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: SetAvailabilityInput): Promise<Availability | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, personId, expectedVersion, zone, weekly, exceptions } = input;
      const refused = refusal(actor, organisationId, { granted: maySpeakFor(actor, organisationId, personId), action: 'availability.set' });
      if (refused) return refused;
      const faults = availabilityFaults(input);
      if (faults.length > 0) return new InvalidInput(faults);
      if (!(await isKnown(tx, organisationId, personId))) return new NotFound('person');
      const standing = await this.store.lock(tx, organisationId, personId);
      const version = standing === expectedVersion ? await this.store.replace(tx, { organisationId, personId, version: standing }, { zone, weekly, exceptions }) : undefined;
      if (version === undefined) return new StaleVersion(expectedVersion, standing);
      await this.changes.append(tx, { organisationId, subjectKind: 'availability', subjectId: personId, version, kind: 'set', personId });
      return { personId, version, zone, weekly, exceptions };
    });
  }
}

async function isKnown(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
  const known = await tx.query('select from app.bookable_people($1, $2)', [organisationId, [personId]]);
  return known.length > 0;
}
