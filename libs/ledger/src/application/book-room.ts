import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Fault, InvalidInput, isProblem, type Language, type NotAllowed, NotFound, type Tx } from '@app/platform';
import { refusal, textFaults, tidyLine } from '@app/identity';
import { type PersonPart } from '../domain/claim.js';
import { type Clash } from '../domain/clash.js';
import { mayPlan } from '../domain/ledger.policy.js';
import { isPlanned, type PlannedTime, planTime } from '../domain/time-range.js';
import { OccurrenceReads } from '../persistence/occurrence.reads.js';
import { type BookableThing, ResourceStore } from '../persistence/resource.store.js';
import { type OccurrenceDraft, Occurrences, type Planned, type PlanRefused } from './occurrences.js';

export interface BookRoomInput {
  readonly organisationId: string;
  readonly title: string;
  /** Rooms and equipment; the first room says where it takes place and in which zone the times are read. */
  readonly resourceIds: readonly string[];
  readonly people?: readonly { readonly personId: string; readonly part: PersonPart }[];
  /** Readings of the wall clock of the place: "2026-11-23T09:00". */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Only where it takes place nowhere (no room): the zone of the times. */
  readonly zone?: string;
  /** Seats of rooms that are shared; none takes them whole. */
  readonly seats?: number | null;
  /** A hold for so many minutes instead of a booking. */
  readonly holdMinutes?: number | null;
}

export interface Booked {
  readonly occurrenceId: string;
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly heldUntil: Date | null;
  /** The clocks skipped the start asked for; it was put one hour later. */
  readonly shifted: boolean;
  readonly yielded: readonly Clash[];
}

const LONGEST_HOLD_MINUTES = 14 * 24 * 60;

/** Books rooms, equipment and people for something with a title, or holds them for a while. */
@Injectable()
export class BookRoom {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly reads: OccurrenceReads,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: BookRoomInput): Promise<Booked | NotAllowed | PlanRefused> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, input.organisationId, { granted: mayPlan(actor, input.organisationId), action: 'room.book' });
      if (refused) return refused;
      const wanted = [...new Set(input.resourceIds)];
      const things = await this.resources.bookable(tx, input.organisationId, wanted);
      if (things.length < wanted.length) return new NotFound('room');
      const time = timeOf(input, placeAmong(things)?.zone);
      if (isProblem(time)) return time;
      const heldUntil = await this.holdEnd(tx, input.holdMinutes ?? undefined);
      const planned = await this.occurrences.plan(tx, input.organisationId, [draftOf(input, { things, time, heldUntil, language: actor.language })]);
      return isProblem(planned) ? planned : booked(planned, time, heldUntil);
    });
  }

  private async holdEnd(tx: Tx, minutes: number | undefined): Promise<Date | undefined> {
    return minutes === undefined ? undefined : new Date((await this.reads.now(tx)).getTime() + minutes * 60_000);
  }
}

const KEY = 'booking';

/** When it is to be; or everything that is wrong with the whole form. */
function timeOf(input: BookRoomInput, zone = input.zone ?? ''): PlannedTime | InvalidInput {
  const time = planTime({ startsAt: input.startsAt, endsAt: input.endsAt, zone });
  const faults = [...faultsOf(input), ...(isPlanned(time) ? [] : time)];
  return isPlanned(time) && faults.length === 0 ? time : new InvalidInput(faults);
}

const booked = ({ ids, yielded }: Planned, time: PlannedTime, heldUntil: Date | undefined): Booked => ({
  ...{ occurrenceId: ids.get(KEY) ?? '', version: 1, startsAt: time.from, endsAt: time.to },
  ...{ heldUntil: heldUntil ?? null, shifted: time.shifted, yielded },
});

interface BookingFrame {
  readonly things: readonly BookableThing[];
  readonly time: PlannedTime;
  readonly heldUntil: Date | undefined;
  readonly language: Language;
}

function draftOf(input: BookRoomInput, { things, time, heldUntil, language }: BookingFrame): OccurrenceDraft {
  const place = placeAmong(things);
  return {
    ...{ key: KEY, kind: 'booking', time, heldUntil, attendees: input.people ?? [] },
    site: place && { id: place.siteId, organisationId: place.organisationId },
    cards: [{ language, title: tidyLine(input.title) }],
    things: things.map((thing) => taken(thing, input.seats ?? undefined)),
  };
}

/** The first room says where it is; without a room, the equipment does. */
export const placeAmong = (things: readonly BookableThing[]): BookableThing | undefined => things.find((thing) => thing.kind === 'room') ?? things[0];

export const taken = (thing: BookableThing, seats?: number): { resourceId: string; part: 'room' | 'equipment'; seats?: number } => ({
  resourceId: thing.id,
  part: thing.kind,
  seats: thing.shared ? seats : undefined,
});

function faultsOf(input: BookRoomInput): readonly Fault[] {
  const { title, resourceIds, people = [], seats, holdMinutes } = input;
  const faults: Fault[] = [...textFaults(title, { field: 'title', max: 200, required: true })];
  if (resourceIds.length === 0 && people.length === 0) faults.push({ field: 'resourceIds', reason: 'booking.takes-nothing' });
  if (typeof seats === 'number' && !(Number.isInteger(seats) && seats > 0)) faults.push({ field: 'seats', reason: 'claims.no-seats' });
  if (typeof holdMinutes === 'number' && !(holdMinutes > 0 && holdMinutes <= LONGEST_HOLD_MINUTES)) {
    faults.push({ field: 'holdMinutes', reason: 'booking.hold-length', values: { max: LONGEST_HOLD_MINUTES } });
  }
  return faults;
}
