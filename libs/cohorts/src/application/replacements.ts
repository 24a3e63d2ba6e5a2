import { Injectable } from '@nestjs/common';
import { type Edited, type EditRefused, type OccurrenceOver, Occurrences, type PlanRefused, type RosterChanged, Rosters, type TakenThing } from '@app/ledger';
import { NotFound, type Tx } from '@app/platform';
import { CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { type BookableThing, placeNameOf, PlaceReads, takenOf } from '../persistence/place.reads.js';

/** Where a session is to be, or who is to give it. */
export interface NewRoom {
  readonly id: string;
  readonly expectedVersion: number;
  readonly things: readonly Pick<TakenThing, 'resourceId'>[];
}

export interface NewTrainers {
  readonly id: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Puts other rooms and other trainers in the place of those planned, and says so on the cards. */
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

/** The first room says where it is; without one it is at the site of the cohort. */
function siteOf(things: readonly BookableThing[], cohort: LockedCohort): { readonly id: string; readonly organisationId: string } {
  const room = things.find(({ kind }) => kind === 'room');
  return room ? { id: room.siteId, organisationId: room.organisationId } : { id: cohort.siteId, organisationId: cohort.organisationId };
}
