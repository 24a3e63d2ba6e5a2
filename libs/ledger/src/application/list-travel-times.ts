import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, type NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { mayReadBoard } from '../domain/ledger.policy.js';
import { type TravelTime, TravelTimeStore } from '../persistence/travel-time.store.js';

/** How long people need between the sites of an organisation. */
@Injectable()
export class ListTravelTimes {
  constructor(
    private readonly database: Database,
    private readonly store: TravelTimeStore,
  ) {}

  execute(actor: Actor, organisationId: string): Promise<readonly TravelTime[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayReadBoard(actor, organisationId), action: 'travel-time.read' });
      return refused ?? this.store.list(tx, organisationId);
    });
  }
}
