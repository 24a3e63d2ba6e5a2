import { Injectable } from '@nestjs/common';
import { type Language, type Tx } from '@app/platform';
import { type FeedRow } from '../domain/feed-events.js';
import { type StrandSession, type StrandState } from '../domain/strands.js';

/** A series and what holds for all of it. */
export interface SeriesHead {
  readonly organisationId: string;
  readonly organisation: string;
  readonly zone: string;
  /** What its scope is called; null where its series are not sent by mail. */
  readonly title: string | null;
  readonly now: Date;
}

export interface SeriesPerson {
  readonly personId: string;
  readonly hasLiveFeed: boolean;
  readonly states: readonly StrandState[];
  readonly sessions: readonly StrandSession[];
}

/** A session as calendars and people read it. */
export interface SessionRow extends FeedRow {
  readonly id: string;
}

const HEAD = `
  select o.organisation_id as "organisationId", g.name as organisation, o.zone, app.now() as now,
    (select c.title from calendar_scope c where c.organisation_id = o.organisation_id and c.scope_id = o.scope_id) as title
  from occurrence o join organisation g on g.id = o.organisation_id where o.series_id = $1 order by o.starts_at, o.id limit 1`;

// The state of what is held back says nothing yet: a tentative session is nobody's.
const PEOPLE = `
  with session as (
    select o.id, o.organisation_id, o.starts_at, o.ends_at, o.local_time, o.state from occurrence o where o.series_id = $1
  ), part as (
    select a.occurrence_id, a.person_id from session s join attendee a on a.occurrence_id = s.id and a.state = 'expected'
      join membership m on m.organisation_id = s.organisation_id and m.person_id = a.person_id and m.state = 'active' where s.state = 'planned' group by 1, 2
  ), row as (
    select p.person_id, s.id, s.starts_at, s.ends_at, s.local_time, true as wanted, i.strand, i.slot
    from session s join part p on p.occurrence_id = s.id left join calendar_invitation i on i.occurrence_id = s.id and i.person_id = p.person_id
    union all
    select i.person_id, s.id, s.starts_at, s.ends_at, s.local_time, false, i.strand, i.slot
    from calendar_invitation i join session s on s.id = i.occurrence_id
    where i.slot is not null and s.state <> 'cancelled' and not exists (select from part p where p.occurrence_id = i.occurrence_id and p.person_id = i.person_id)
  )
  select r.person_id as "personId", app.has_live_feed(r.person_id) as "hasLiveFeed",
    coalesce((select json_agg(json_build_object('strand', t.strand, 'isInvited', t.state = 'invited', 'sequence', t.sequence)) from calendar_strand t where t.series_id = $1 and t.person_id = r.person_id), '[]') as states,
    json_agg(json_build_object('id', r.id, 'from', extract(epoch from r.starts_at) * 1000, 'to', extract(epoch from r.ends_at) * 1000, 'localTime', to_char(r.local_time, 'HH24:MI'),
      'isToCome', r.starts_at > app.now(), 'isWanted', r.wanted, 'told', case when r.slot is not null then json_build_object('strand', r.strand, 'slot', extract(epoch from r.slot) * 1000) end) order by r.starts_at, r.id) as sessions
  from row r where $2::uuid is null or r.person_id = $2 group by r.person_id order by r.person_id`;

const SERIES_OF_SCOPE = `select distinct o.series_id as id from occurrence o where o.organisation_id = $1 and o.scope_id = $2 and o.series_id is not null and o.state = 'planned' and o.starts_at > app.now()`;
const SERIES_OF = 'select o.series_id as id from occurrence o where o.id = $1';
const IS_TOLD = 'select from calendar_strand t where t.series_id = $1 limit 1';
const NAME = `select coalesce((select trim(p.given_name || ' ' || p.family_name) from profile p where p.organisation_id = $1 and p.person_id = $2), '') as name`;
const STATE = `select t.told_by as "toldBy" from calendar_strand t where t.series_id = $1 and t.strand = $2 and t.person_id = $3`;

const SESSIONS = `
  select o.id, o.uid, o.sequence, o.state, extract(epoch from o.starts_at)::float8 as "from", extract(epoch from o.ends_at)::float8 as "to", o.zone, extract(epoch from app.now())::float8 as stamp,
    coalesce(card.title, '') as title, o.kind, card.place, card.link, card.bring, s.name as site,
    case when s.id is not null then concat_ws(', ', s.street, nullif(concat_ws(' ', s.postal_code, s.city), '')) end as address,
    (select string_agg(r.name, ', ' order by r.name) from reservation v join resource r on r.id = v.resource_id where v.occurrence_id = o.id and v.part = 'room') as rooms
  from occurrence o left join site s on s.id = o.site_id
    left join lateral (select c.title, c.place, c.link, c.bring from occurrence_card c where c.occurrence_id = o.id order by c.language = $2 desc, c.language limit 1) card on true
  where o.id = any ($1) order by o.starts_at, o.id`;

const BUMP = `
  insert into calendar_strand as t (organisation_id, series_id, strand, person_id, state, sequence, told_by) values ($1, $2, $3, $4, $5, 1, $6)
  on conflict on constraint calendar_strand_pk do update set state = excluded.state, sequence = t.sequence + 1, told_at = app.now(), told_by = excluded.told_by
  returning t.sequence`;
const LEAVE = `
  update calendar_invitation i set state = 'withdrawn', strand = null, slot = null, told_at = app.now(), told_by = $4
  from occurrence o where o.id = i.occurrence_id and o.series_id = $1 and i.strand = $2 and i.person_id = $3 and o.starts_at > app.now() and i.occurrence_id <> all ($5::uuid[])`;
const STAND = `
  insert into calendar_invitation (organisation_id, occurrence_id, person_id, state, strand, slot, told_by)
  select $1, s.id, $2, 'invited', $3, s.slot, $4 from jsonb_to_recordset($5::jsonb) as s(id uuid, slot timestamptz)
  on conflict on constraint calendar_invitation_pk do update set state = 'invited', strand = excluded.strand, slot = excluded.slot, told_at = app.now(), told_by = excluded.told_by`;

/** One strand of a person. */
export interface StrandKey {
  readonly organisationId: string;
  readonly seriesId: string;
  readonly strand: string;
  readonly personId: string;
}

@Injectable()
export class StrandStore {
  async head(tx: Tx, seriesId: string): Promise<SeriesHead | undefined> {
    const [row] = await tx.query<SeriesHead>(HEAD, [seriesId]);
    return row;
  }

  /** Everybody whom a series concerns or concerned, or one of them. */
  people(tx: Tx, seriesId: string, personId: string | null = null): Promise<readonly SeriesPerson[]> {
    return tx.query<SeriesPerson>(PEOPLE, [seriesId, personId]);
  }

  async seriesOfScope(tx: Tx, organisationId: string, scopeId: string): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(SERIES_OF_SCOPE, [organisationId, scopeId])).map(({ id }) => id);
  }

  async seriesOf(tx: Tx, occurrenceId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string | null }>(SERIES_OF, [occurrenceId]);
    return row?.id ?? null;
  }

  /** Whether it stands in anybody's calendar, or did. */
  async isTold(tx: Tx, seriesId: string): Promise<boolean> {
    return (await tx.query(IS_TOLD, [seriesId])).length > 0;
  }

  sessions(tx: Tx, ids: readonly string[], language: Language): Promise<readonly SessionRow[]> {
    return tx.query<SessionRow>(SESSIONS, [ids, language]);
  }

  async nameOf(tx: Tx, organisationId: string, personId: string): Promise<string> {
    const [row] = await tx.query<{ name: string }>(NAME, [organisationId, personId]);
    return row?.name ?? '';
  }

  /** The message that told of a strand last. */
  async toldBy(tx: Tx, { seriesId, strand, personId }: StrandKey): Promise<string | null> {
    const [row] = await tx.query<{ toldBy: string | null }>(STATE, [seriesId, strand, personId]);
    return row?.toldBy ?? null;
  }

  /** A mail about the strand is about to leave: the next sequence, and what stands in the calendar from now on. */
  async next(tx: Tx, { organisationId, seriesId, strand, personId }: StrandKey, state: 'invited' | 'withdrawn', messageId: string): Promise<number> {
    const [row] = await tx.query<{ sequence: number }>(BUMP, [organisationId, seriesId, strand, personId, state, messageId]);
    return row?.sequence ?? 1;
  }

  async stand(tx: Tx, { organisationId, seriesId, strand, personId }: StrandKey, sessions: readonly { readonly id: string; readonly slot: number }[], messageId: string): Promise<void> {
    await tx.query(LEAVE, [seriesId, strand, personId, messageId, sessions.map(({ id }) => id)]);
    const rows = sessions.map(({ id, slot }) => ({ id, slot: new Date(slot) }));
    await tx.query(STAND, [organisationId, personId, strand, messageId, JSON.stringify(rows)]);
  }
}
