import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed } from '@app/platform';
import { refusal } from '@app/identity';
import { mayPlan } from '../domain/ledger.policy.js';
import { type Edited, type EditRefused, Occurrences } from './occurrences.js';

export interface BookingRef {
  readonly organisationId: string;
  readonly occurrenceId: string;
  readonly expectedVersion: number;
}

/** Gives back all that a booking or a hold takes. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly database: Database,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: BookingRef): Promise<Edited | NotAllowed | EditRefused> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, input.organisationId, { granted: mayPlan(actor, input.organisationId), action: 'booking.cancel' });
      if (refused) return refused;
      return this.occurrences.cancel(tx, input.organisationId, [{ id: input.occurrenceId, expectedVersion: input.expectedVersion }]);
    });
  }
}
