import { Problem } from '@app/platform';
import { type Clash } from './clash.js';

/**
 * What was asked for cannot be had: somebody has it, it is away or closed, or its hold has run out. One code for all of these
 * (docs/decisions/slot-taken.md), because whoever asks can only choose another slot; the class says which, with the values of its kind.
 */
const SLOT_TAKEN = 'SLOT_TAKEN';

/** Something or someone is not free. Every clash is told, not only the first. */
export class ScheduleClash extends Problem {
  readonly code = SLOT_TAKEN;
  constructor(
    readonly clashes: readonly Clash[],
    /** The database's clock when the ledger was read. */
    readonly asOf: Date,
  ) {
    super();
  }
}

/** No seat is left that this person may take. */
export class SeatsTaken extends Problem {
  readonly code = 'SEATS_TAKEN';
  constructor(
    readonly poolId: string,
    readonly capacity: number,
    readonly taken: number,
  ) {
    super();
  }
}

/** The hold was not confirmed in time and has been given back; the slot may be booked again if it is still free. */
export class HoldExpired extends Problem {
  readonly code = SLOT_TAKEN;
  constructor(readonly heldUntil: Date | null) {
    super();
  }
}

/** Bookings still rely on what was to be archived: they are moved or cancelled first. */
export class StillBooked extends Problem {
  readonly code = 'STILL_BOOKED';
  constructor(
    readonly bookings: number,
    readonly until: Date,
  ) {
    super();
  }
}

/** It was cancelled, or it has taken place: nothing of it can be changed any more. */
export class OccurrenceOver extends Problem {
  readonly code = 'OCCURRENCE_OVER';
  constructor(readonly state: 'cancelled' | 'done') {
    super();
  }
}
