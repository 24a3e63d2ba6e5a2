import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed } from '@app/platform';
import { refusal } from '@app/identity';
import { type ChangeReason } from '../domain/change-reason.js';
import { mayPlan } from '../domain/ledger.policy.js';
import { type Edited, type EditRefused, Occurrences } from './occurrences.js';

export interface BookingRef {
  readonly organisationId: string;
  readonly occurrenceId: string;
  readonly expectedVersion: number;
}

export interface CancelBookingInput extends BookingRef {
  /** Told to everybody concerned. */
  readonly why?: ChangeReason | null;
}

/** Gives back all that a booking or a hold takes. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly database: Database,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: CancelBookingInput): Promise<Edited | NotAllowed | EditRefused> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, input.organisationId, { granted: mayPlan(actor, input.organisationId), action: 'booking.cancel' });
      if (refused) return refused;
      const cancelled = await this.occurrences.cancel(tx, input.organisationId, [{ id: input.occurrenceId, expectedVersion: input.expectedVersion }]);
      if (input.why && !isProblem(cancelled)) await this.occurrences.explain(tx, input.organisationId, input.why, cancelled.versions);
      return cancelled;
    });
  }
}
