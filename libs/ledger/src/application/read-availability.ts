import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { maySpeakFor } from '../domain/ledger.policy.js';
import { AvailabilityStore } from '../persistence/availability.store.js';
import { type Availability } from './set-availability.js';

/** What a person said about his hours, for himself and for who plans. Nothing said yet: version 0 without hours. */
@Injectable()
export class ReadAvailability {
  constructor(
    private readonly database: Database,
    private readonly store: AvailabilityStore,
  ) {}

  execute(actor: Actor, input: { readonly organisationId: string; readonly personId: string }): Promise<Availability | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, personId } = input;
      const refused = refusal(actor, organisationId, { granted: maySpeakFor(actor, organisationId, personId), action: 'availability.read' });
      if (refused) return refused;
      const [place] = await tx.query<{ zone: string }>('select zone from organisation where id = $1', [organisationId]);
      if (!place) return new NotFound('organisation');
      const said = await this.store.read(tx, organisationId, personId);
      return { personId, ...(said ?? { version: 0, zone: place.zone, weekly: [], exceptions: [] }) };
    });
  }
}
