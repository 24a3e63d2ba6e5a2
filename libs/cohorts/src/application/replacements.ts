import { Injectable } from '@nestjs/common';
import { type Card, type Edited, type EditRefused, type OccurrenceEdit, type OccurrenceOver, Occurrences, type PlanRefused, type RosterChanged, Rosters, type TakenThing } from '@app/ledger';
import { tidyLine } from '@app/identity';
import { NotFound, type Tx } from '@app/platform';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { type BookableThing, placeNameOf, PlaceReads, takenOf } from '../persistence/place.reads.js';
import { type Meeting } from './series-input.js';

/** Where a session is to be, or who is to give it. */
export interface NewRoom {
  readonly id: string;
  readonly expectedVersion: number;
  readonly things: readonly Pick<TakenThing, 'resourceId'>[];
}

/** What is undefined stays; empty is none. */
export interface NewMeeting extends Meeting {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface NewTrainers {
  readonly id: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Puts other rooms, trainers and meetings online in the place of those planned, and says so on the cards. */
@Injectable()
export class Replacements {
  constructor(
    private readonly cohorts: CohortStore,
    private readonly places: PlaceReads,
    private readonly occurrences: Occurrences,
    private readonly rosters: Rosters,
  ) {}

  async rooms(tx: Tx, cohort: LockedCohort, wanted: readonly NewRoom[]): Promise<Edited | EditRefused> {
    const ids = [...new Set(wanted.flatMap(({ things }) => things.map(({ resourceId }) => resourceId)))];
    const known = new Map((await this.places.things(tx, cohort.organisationId, ids)).map((thing) => [thing.id, thing]));
    if (known.size < ids.length) return new NotFound('room');
    const site = await this.cohorts.site(tx, cohort.organisationId, cohort.siteId);
    const cards = await this.places.cards(tx, wanted.map(({ id }) => id));
    const edits = wanted.map(({ id, expectedVersion, things }) => {
      const taken = things.flatMap(({ resourceId }) => known.get(resourceId) ?? []);
      const place = placeNameOf(taken, site?.name ?? null);
      return { id, expectedVersion, site: siteOf(taken, cohort), things: taken.map((thing) => takenOf(thing, cohort.capacity)), cards: (cards.get(id) ?? []).map((card) => ({ ...card, place })) };
    });
    return this.occurrences.change(tx, cohort.organisationId, edits);
  }

  /** Another address online is another place to people: they are told. What they bring is read when they look. */
  async meetings(tx: Tx, cohort: LockedCohort, wanted: readonly NewMeeting[]): Promise<Edited | EditRefused> {
    const standing = await this.places.cards(tx, wanted.map(({ id }) => id));
    const edits = wanted.flatMap((one) => rewordings(one, standing.get(one.id) ?? []));
    return edits.length > 0 ? this.occurrences.change(tx, cohort.organisationId, edits) : { versions: new Map(), yielded: [] };
  }

  trainers(tx: Tx, cohort: LockedCohort, wanted: readonly NewTrainers[]): Promise<RosterChanged | PlanRefused | OccurrenceOver> {
    const part = 'trainer' as const;
    const changes = wanted.map(({ id, before, after }) => ({
      occurrenceId: id,
      join: after.filter((personId) => !before.includes(personId)).map((personId) => ({ personId, part })),
      leave: before.filter((personId) => !after.includes(personId)).map((personId) => ({ personId, part })),
    }));
    return this.rosters.change(tx, cohort.organisationId, changes.filter(({ join, leave }) => join.length + leave.length > 0));
  }
}

/** Nothing where the cards say it already. */
function rewordings({ id, expectedVersion, ...meeting }: NewMeeting, before: readonly Card[]): readonly OccurrenceEdit[] {
  const link = meeting.link === undefined ? undefined : meeting.link || null;
  const bring = meeting.bring === undefined ? undefined : tidyLine(meeting.bring) || null;
  const other = (what: 'link' | 'bring', wanted: string | null | undefined) => (wanted === undefined ? undefined : before.find((card) => (card[what] ?? null) !== wanted));
  const elsewhere = other('link', link);
  if (!elsewhere && !other('bring', bring)) return [];
  const cards = before.map((card) => ({ ...card, ...(link === undefined ? {} : { link }), ...(bring === undefined ? {} : { bring }) }));
  return [{ id, expectedVersion, cards, ...(elsewhere && { relinked: { from: elsewhere.link ?? null } }) }];
}

/** The first room says where it is; without one it is at the site of the cohort. */
function siteOf(things: readonly BookableThing[], cohort: LockedCohort): { readonly id: string; readonly organisationId: string } {
  const room = things.find(({ kind }) => kind === 'room');
  return room ? { id: room.siteId, organisationId: room.organisationId } : { id: cohort.siteId, organisationId: cohort.organisationId };
}
