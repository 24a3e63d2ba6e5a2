import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed } from '@app/platform';
import { mayPlan } from '../domain/ledger.policy.js';
import { type BookingRef } from './cancel-booking.js';
import { type Edited, type EditRefused, Occurrences } from './occurrences.js';

/** Turns a hold into a booking while it still stands. */
@Injectable()
export class ConfirmHold {
  constructor(
    private readonly database: Database,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: BookingRef): Promise<Edited | NotAllowed | EditRefused> {
    return this.database.as(actor, async (tx) => {
      if (!mayPlan(actor, input.organisationId)) return new NotAllowed('booking.confirm');
      return this.occurrences.confirm(tx, input.organisationId, { id: input.occurrenceId, expectedVersion: input.expectedVersion });
    });
  }
}
