import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, type NotAllowed, NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { type Claim, type PersonPart } from '../domain/claim.js';
import { type Clash } from '../domain/clash.js';
import { mayReadBoard } from '../domain/ledger.policy.js';
import { isPlanned, planTime, type TimeRange } from '../domain/time-range.js';
import { type BookableThing, ResourceStore } from '../persistence/resource.store.js';
import { placeAmong, taken } from './book-room.js';
import { Ledger } from './ledger.js';

export interface PreviewBookingInput {
  readonly organisationId: string;
  readonly resourceIds: readonly string[];
  readonly people?: readonly { readonly personId: string; readonly part: PersonPart }[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone?: string;
  readonly seats?: number;
  /** The booking that is being moved: what it holds now does not stand in its way. */
  readonly occurrenceId?: string;
}

export interface BookingPreview {
  readonly fits: boolean;
  readonly clashes: readonly Clash[];
  readonly yielded: readonly Clash[];
}

/** Says whether a booking would fit, and if not why, without taking anything: while something is dragged over the board. */
@Injectable()
export class PreviewBooking {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly ledger: Ledger,
  ) {}

  execute(actor: Actor, input: PreviewBookingInput): Promise<BookingPreview | NotAllowed | NotFound | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, occurrenceId } = input;
      const refused = refusal(actor, organisationId, { granted: mayReadBoard(actor, organisationId), action: 'booking.preview' });
      if (refused) return refused;
      const things = await this.resources.bookable(tx, organisationId, input.resourceIds);
      if (things.length < new Set(input.resourceIds).size) return new NotFound('room');
      const during = planTime({ ...input, zone: placeAmong(things)?.zone ?? input.zone ?? '' });
      if (!isPlanned(during)) return new InvalidInput(during);
      const seen = await this.ledger.preview(tx, { organisationId, claims: claimsOf(input, things, during), releases: occurrenceId ? [{ occurrenceId }] : [] });
      return 'code' in seen ? seen : { fits: seen.clashes.length === 0, clashes: seen.clashes, yielded: seen.yielded };
    });
  }
}

function claimsOf({ occurrenceId = '', seats, people = [] }: PreviewBookingInput, things: readonly BookableThing[], during: TimeRange): readonly Claim[] {
  const frame = { occurrence: occurrenceId, during, siteId: placeAmong(things)?.siteId };
  return [...things.map((thing) => ({ ...taken(thing, seats), ...frame })), ...people.map(({ personId, part }) => ({ resourceId: personId, part, ...frame }))];
}
