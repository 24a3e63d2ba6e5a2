import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Fault, InvalidInput, isProblem, type NotAllowed, NotFound, type Tx } from '@app/platform';
import { refusal, textFaults, tidyLine } from '@app/identity';
import { type PersonPart } from '../domain/claim.js';
import { type Clash } from '../domain/clash.js';
import { mayPlan } from '../domain/ledger.policy.js';
import { datesOf, inLentPlace, inRule, lastDayOf, ruleFaults, type SeriesDate, type SkippedDate, type WeeklyRule } from '../domain/weekly-rule.js';
import { type BookableThing, ResourceStore } from '../persistence/resource.store.js';
import { placeAmong, taken } from './book-room.js';
import { type OccurrenceDraft, Occurrences } from './occurrences.js';
import { SiteClosures } from './site-closures.js';

export interface BookingSeriesInput {
  readonly organisationId: string;
  readonly title: string;
  /** Rooms and equipment; the first room says where it is, in which zone times are read and which closures are left out. */
  readonly resourceIds: readonly string[];
  readonly people?: readonly { readonly personId: string; readonly part: PersonPart }[];
  /** Seats of rooms that are shared; none takes them whole. */
  readonly seats?: number | null;
  readonly rule: WeeklyRule;
  /** Only where it takes no room: the zone of the times, and the site whose closures are left out. */
  readonly zone?: string;
  readonly siteId?: string;
}

/** A series worked out and not written. */
export interface BookingSeriesPlan {
  readonly dates: readonly SeriesDate[];
  readonly skipped: readonly SkippedDate[];
  readonly drafts: readonly OccurrenceDraft[];
}

type Refused = NotAllowed | NotFound | InvalidInput;

/** Works out a series of bookings over the closures of its place. Preview and booking share it. */
@Injectable()
export class BookingSeriesPlans {
  constructor(
    private readonly resources: ResourceStore,
    private readonly closures: SiteClosures,
  ) {}

  async make(tx: Tx, input: BookingSeriesInput): Promise<BookingSeriesPlan | Refused> {
    const { organisationId, rule } = input;
    const refused = refusal(tx.actor, organisationId, { granted: mayPlan(tx.actor, organisationId), action: 'room.book' });
    if (refused) return refused;
    const faults = faultsOf(input);
    if (faults.length > 0) return new InvalidInput(faults);
    const wanted = [...new Set(input.resourceIds)];
    const things = await this.resources.bookable(tx, organisationId, wanted);
    if (things.length < wanted.length) return new NotFound('room');
    const place = placeAmong(things);
    const dates = datesOf(rule, place?.zone ?? input.zone ?? '', await this.closed(tx, input, place));
    if (!('dates' in dates)) return new InvalidInput(dates.map(inRule));
    const lent = place !== undefined && place.organisationId !== organisationId;
    return { dates: dates.dates, skipped: inLentPlace(dates.skipped, lent), drafts: draftsOf(tx.actor, input, { dates: dates.dates, things }) };
  }

  /** Closed days of the room's site, or of the one that is named where no room is taken. */
  private async closed(tx: Tx, { organisationId, siteId, rule }: BookingSeriesInput, place: BookableThing | undefined): Promise<ReadonlyMap<string, string>> {
    const site = place ? { id: place.siteId, organisationId: place.organisationId } : siteId && { id: siteId, organisationId };
    const closed = site ? await this.closures.between(tx, site, { from: rule.from, to: lastDayOf(rule) }) : [];
    return new Map(closed.map(({ date, name }) => [date, name]));
  }
}

/** What a series of bookings would be, with what is left out and everything that stands in the way. */
export interface BookingSeriesPreview {
  readonly dates: readonly (SeriesDate & { readonly clashes: readonly Clash[]; readonly yielded: readonly Clash[] })[];
  readonly skipped: readonly SkippedDate[];
}

/** The dates of a series of bookings before anything is taken. */
@Injectable()
export class PreviewBookingSeries {
  constructor(
    private readonly database: Database,
    private readonly plans: BookingSeriesPlans,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: BookingSeriesInput): Promise<BookingSeriesPreview | Refused> {
    return this.database.as(actor, async (tx) => {
      const plan = await this.plans.make(tx, input);
      if (isProblem(plan)) return plan;
      const seen = await this.occurrences.preview(tx, input.organisationId, plan.drafts);
      if (isProblem(seen)) return seen;
      const of = (all: readonly Clash[], index: number): readonly Clash[] => all.filter(({ occurrence }) => occurrence === String(index));
      return { skipped: plan.skipped, dates: plan.dates.map((date, index) => ({ ...date, clashes: of(seen.clashes, index), yielded: of(seen.yielded, index) })) };
    });
  }
}

function draftsOf({ language }: Actor, input: BookingSeriesInput, { dates, things }: { readonly dates: readonly SeriesDate[]; readonly things: readonly BookableThing[] }): readonly OccurrenceDraft[] {
  const place = placeAmong(things);
  const each = {
    ...{ kind: 'booking' as const, attendees: input.people ?? [], cards: [{ language, title: tidyLine(input.title) }] },
    site: place && { id: place.siteId, organisationId: place.organisationId },
    things: things.map((thing) => taken(thing, input.seats ?? undefined)),
  };
  return dates.map(({ time }, index) => ({ ...each, key: String(index), time }));
}

function faultsOf({ title, resourceIds, people = [], seats, rule }: BookingSeriesInput): readonly Fault[] {
  const faults: Fault[] = [...textFaults(title, { field: 'title', max: 200, required: true }), ...ruleFaults(rule).map(inRule)];
  if (resourceIds.length === 0 && people.length === 0) faults.push({ field: 'resourceIds', reason: 'booking.takes-nothing' });
  if (typeof seats === 'number' && !(Number.isInteger(seats) && seats > 0)) faults.push({ field: 'seats', reason: 'claims.no-seats' });
  return faults;
}
