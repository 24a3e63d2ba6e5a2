import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Fault, InvalidInput, isProblem, type NotAllowed, NotFound, type Tx } from '@app/platform';
import { refusal } from '@app/identity';
import { type ChangeReason } from '../domain/change-reason.js';
import { type PersonPart } from '../domain/claim.js';
import { mayPlan } from '../domain/ledger.policy.js';
import { isPlanned, type PlannedTime, planTime } from '../domain/time-range.js';
import { OccurrenceReads } from '../persistence/occurrence.reads.js';
import { type BookableThing, ResourceStore } from '../persistence/resource.store.js';
import { placeAmong, taken } from './book-room.js';
import { type Edited, type EditRefused, type OccurrenceEdit, Occurrences } from './occurrences.js';

export interface BookingMove {
  readonly occurrenceId: string;
  readonly expectedVersion: number;
  /** Both or neither: readings of the wall clock at the place. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** The whole new list of rooms and equipment; undefined leaves them. */
  readonly resourceIds?: readonly string[];
  readonly seats?: number;
  /** The whole new list of people; undefined leaves them. */
  readonly people?: readonly { readonly personId: string; readonly part: PersonPart }[];
}

export interface MoveBookingInput {
  readonly organisationId: string;
  /** One move, or several at once: two bookings that swap their rooms. All of them or none. */
  readonly moves: readonly BookingMove[];
  /** Told to everybody concerned. */
  readonly why?: ChangeReason | null;
}

const MOST_MOVES = 200;

/** Moves bookings to another time, room or people. */
@Injectable()
export class MoveBooking {
  constructor(
    private readonly database: Database,
    private readonly reads: OccurrenceReads,
    private readonly resources: ResourceStore,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: MoveBookingInput): Promise<Edited | NotAllowed | EditRefused> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, moves, why } = input;
      const refused = refusal(actor, organisationId, { granted: mayPlan(actor, organisationId), action: 'booking.move' });
      if (refused) return refused;
      if (moves.length === 0 || moves.length > MOST_MOVES) return InvalidInput.at('moves', 'moves.count', { max: MOST_MOVES });
      const edits = await this.editsOf(tx, organisationId, moves);
      if (isProblem(edits)) return edits;
      const moved = await this.occurrences.change(tx, organisationId, edits);
      if (why && !isProblem(moved)) await this.occurrences.explain(tx, organisationId, why, moved.versions);
      return moved;
    });
  }

  private async editsOf(tx: Tx, organisationId: string, moves: readonly BookingMove[]): Promise<readonly OccurrenceEdit[] | NotFound | InvalidInput> {
    const zones = await this.reads.zones(tx, organisationId, moves.map((move) => move.occurrenceId));
    const wanted = [...new Set(moves.flatMap((move) => move.resourceIds ?? []))];
    const things = await this.resources.bookable(tx, organisationId, wanted);
    if (things.length < wanted.length) return new NotFound('room');
    const edits: OccurrenceEdit[] = [];
    for (const [index, move] of moves.entries()) {
      const zone = zones.get(move.occurrenceId);
      if (!zone) return new NotFound('occurrence');
      const edit = editOf(move, things.filter((thing) => move.resourceIds?.includes(thing.id)), zone);
      if (isProblem(edit)) return inMove(edit, index, moves.length);
      edits.push(edit);
    }
    return edits;
  }
}

function editOf(move: BookingMove, things: readonly BookableThing[], zone: string): OccurrenceEdit | InvalidInput {
  const { occurrenceId: id, expectedVersion, people } = move;
  const place = placeAmong(things);
  const time = newTimeOf(move, place?.zone ?? zone);
  if (time && !isPlanned(time)) return new InvalidInput(time);
  if (!move.resourceIds) return { id, expectedVersion, time, people };
  const site = place ? { id: place.siteId, organisationId: place.organisationId } : null;
  return { id, expectedVersion, time, people, site, things: things.map((thing) => taken(thing, move.seats)) };
}

function newTimeOf({ startsAt, endsAt }: BookingMove, zone: string): PlannedTime | readonly Fault[] | undefined {
  return startsAt === undefined && endsAt === undefined ? undefined : planTime({ startsAt: startsAt ?? '', endsAt: endsAt ?? '', zone });
}

/** With one move the fields are those of the form; with several they say which move is meant. */
const inMove = (faulty: InvalidInput, index: number, count: number): InvalidInput =>
  count === 1 ? faulty : new InvalidInput(faulty.faults.map((fault) => ({ ...fault, field: `moves.${index}.${fault.field}` })));
