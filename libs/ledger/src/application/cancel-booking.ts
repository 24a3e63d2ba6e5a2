import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed } from '@app/platform';
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
      if (!mayPlan(actor, input.organisationId)) return new NotAllowed('booking.cancel');
      return this.occurrences.cancel(tx, input.organisationId, [{ id: input.occurrenceId, expectedVersion: input.expectedVersion }]);
    });
  }
}
