import { Injectable } from '@nestjs/common';
import { type Card, type TakenThing } from '@app/ledger';
import { type Tx } from '@app/platform';

/** A room or piece of equipment that the organisation may book, own or shared with it. */
export interface BookableThing {
  readonly id: string;
  readonly kind: 'room' | 'equipment';
  readonly name: string;
  readonly organisationId: string;
  readonly siteId: string;
  /** Of what is on loan with its owner: "Charleroi, Maison du numérique". */
  readonly siteName: string | null;
  readonly zone: string;
  readonly seats: number | null;
  readonly shared: boolean;
}

/** Where sessions are held: rooms that may be booked, and the cards that name them. */
@Injectable()
export class PlaceReads {
  async things(tx: Tx, organisationId: string, ids: readonly string[]): Promise<readonly BookableThing[]> {
    if (ids.length === 0) return [];
    return tx.query<BookableThing>(
      `select t.id, t.kind, t.name, t.organisation_id as "organisationId", t.site_id as "siteId", coalesce(s.name, lent.site_name || ', ' || lent.owner_name) as "siteName", t.zone, t.seats, t.shared
       from app.bookable_things($1, $2) t left join site s on s.id = t.site_id left join app.lent_things($1) lent on lent.id = t.id where t.archived_at is null order by array_position($2, t.id)`,
      [organisationId, ids],
    );
  }

  /** The cards of sessions in all languages, so that one line of them can be written anew. */
  async cards(tx: Tx, occurrenceIds: readonly string[]): Promise<ReadonlyMap<string, readonly Card[]>> {
    const rows = await tx.query<{ id: string; cards: readonly Card[] }>(
      `select c.occurrence_id as id, json_agg(json_build_object('language', c.language, 'title', c.title, 'place', c.place, 'link', c.link, 'bring', c.bring) order by c.language) as cards
       from occurrence_card c where c.occurrence_id = any ($1) group by c.occurrence_id`,
      [occurrenceIds],
    );
    return new Map(rows.map(({ id, cards }) => [id, cards]));
  }
}

/** What a thing takes of itself: of a shared room so many seats, of everything else all. */
export const takenOf = (thing: BookableThing, seats: number): TakenThing => ({ resourceId: thing.id, part: thing.kind, seats: thing.shared ? Math.min(seats, thing.seats ?? seats) : undefined });

/** "Room 2, Mons"; never the own site beside a room that is elsewhere. */
export const placeNameOf = (things: readonly BookableThing[], siteName: string | null): string | null => {
  const room = things.find(({ kind }) => kind === 'room');
  return (room ? [room.name, room.siteName] : [siteName]).filter(Boolean).join(', ') || null;
};
