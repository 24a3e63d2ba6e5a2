import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed } from '@app/platform';
import { refusal } from '@app/identity';
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
      const refused = refusal(actor, input.organisationId, { granted: mayPlan(actor, input.organisationId), action: 'booking.confirm' });
      if (refused) return refused;
      return this.occurrences.confirm(tx, input.organisationId, { id: input.occurrenceId, expectedVersion: input.expectedVersion });
    });
  }
}
