import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { DECLARED_PERSON, definer, protect } from '../tenancy.js';

/** The statement behind a calendar's address; `past` is what else belongs into the calendar of a room, `state` how an event stands there, `more` what else is told of it. */
export const calendarFeed = (past = '', state = 'o.state', more = ''): string => `
      -- What stands behind a token, or nothing: unknown, revoked, its owner suspended or gone all look the same. No name of anybody is in it.
      create or replace function app.calendar_feed(p_hash bytea, p_past interval, p_ahead interval, p_most integer) returns json
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        v_now constant timestamptz := app.now();
        f calendar_feed;
        v_organisations uuid[];
        v_events json;
      begin
        select * into f from calendar_feed c where c.token_hash = p_hash and c.revoked_at is null;
        if not found or not app.may_sign_in(f.person_id) then return null; end if;
        select array_agg(distinct m.organisation_id) into v_organisations from membership m join organisation o on o.id = m.organisation_id and o.archived_at is null
          where m.person_id = f.person_id and m.state = 'active' and (f.kind = 'person' or m.organisation_id = f.organisation_id and m.role in ('trainer', 'expert', 'coordinator', 'manager'));
        if v_organisations is null then return null; end if;
        if f.read_at is null or f.read_at < v_now - interval '1 hour' then
          update calendar_feed c set read_at = v_now where c.id = f.id;
        end if;
        select coalesce(json_agg(e order by e.starts_at, e.id), '[]') into v_events from (
          select o.id, o.uid, o.sequence, ${state}, extract(epoch from o.starts_at) as "from", extract(epoch from o.ends_at) as "to", o.zone, extract(epoch from o.changed_at) as stamp, o.starts_at,
            coalesce(card.title, '') as title${more}, card.place, card.link, card.bring, s.name as site,
            case when s.id is not null then concat_ws(', ', s.street, nullif(concat_ws(' ', s.postal_code, s.city), '')) end as address, rooms.names as rooms
          from (
            select a.occurrence_id, a.organisation_id, false as gone from attendee a where f.kind = 'person' and a.person_id = f.person_id and a.state <> 'declined' and a.organisation_id = any (v_organisations)
            group by a.occurrence_id, a.organisation_id
            union all
            select r.occurrence_id, r.organisation_id, false as gone from reservation r where f.kind = 'room' and r.resource_id = f.resource_id and r.binding and r.occurrence_id is not null
              and r.during && tstzrange(v_now - p_past, v_now + p_ahead)${past}) mine
            join occurrence o on o.id = mine.occurrence_id
            left join lateral (select c.title, c.place, c.link, c.bring from occurrence_card c
              where c.occurrence_id = o.id and (f.kind = 'person' or o.organisation_id = f.organisation_id) order by c.language = f.language desc, c.language limit 1) card on true
            left join site s on s.id = o.site_id
            left join lateral (select string_agg(r.name, ', ' order by r.name) as names from reservation v join resource r on r.id = v.resource_id
              where v.occurrence_id = o.id and v.part = 'room') rooms on true
          where o.starts_at > v_now - p_past and o.starts_at < v_now + p_ahead
            and (o.state in ('planned', 'done') or o.state = 'tentative' and o.held_until > v_now or o.state = 'cancelled' and o.held_until is null)
          order by o.starts_at, o.id limit p_most) e;
        return json_build_object('kind', f.kind, 'language', f.language, 'events', v_events,
          'name', case f.kind when 'room' then (select r.name from resource r where r.id = f.resource_id)
            else (select string_agg(o.name, ', ' order by o.name) from organisation o where o.id = any (v_organisations)) end);
      end $$;`;

const MINE_OR_OURS = `person_id = ${DECLARED_PERSON} or organisation_id = any ((select app.organisations())::uuid[])`;

/** Addresses under which a calendar program reads an agenda, without sign-in: the token is the key, kept as its hash and shown once. */
export class CalendarFeeds1795300000610 implements MigrationInterface {
  name = 'CalendarFeeds1795300000610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A person's own agenda across all organisations (no organisation), or a room of one organisation, made by one of its staff.
      create table calendar_feed (
        id uuid not null default uuidv7(), organisation_id uuid, person_id uuid not null, kind text not null, resource_id uuid, language text not null,
        token_hash bytea not null, version integer not null default 1, created_at timestamptz not null default app.now(), renewed_at timestamptz not null default app.now(),
        read_at timestamptz, revoked_at timestamptz,
        constraint calendar_feed_pk primary key (id),
        constraint calendar_feed_token_uq unique (token_hash),
        constraint calendar_feed_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint calendar_feed_person_fk foreign key (person_id) references person (id),
        constraint calendar_feed_resource_fk foreign key (organisation_id, resource_id) references resource (organisation_id, id),
        constraint calendar_feed_token_sha256 check (length(token_hash) = 32),
        constraint calendar_feed_language_known check (language in ('fr', 'nl', 'de', 'en')),
        constraint calendar_feed_kind_whole check (case kind when 'person' then organisation_id is null and resource_id is null
          when 'room' then organisation_id is not null and resource_id is not null else false end));
      create index calendar_feed_person on calendar_feed (person_id);
      create index calendar_feed_resource on calendar_feed (resource_id) where resource_id is not null;
      ${protect('calendar_feed', { rights: ['select', 'insert', 'update'], visible: MINE_OR_OURS })}
    `);
    await runner.query(`
      -- Whether a calendar program reads this person's agenda: then an invitation beside it would be the same thing twice.
      create function app.has_live_feed(p_person uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select from calendar_feed f where f.person_id = p_person and f.kind = 'person' and f.revoked_at is null
          and coalesce(f.read_at, f.renewed_at) > app.now() - interval '14 days') $$;
      ${definer('app.has_live_feed(uuid)')}

      ${calendarFeed()}
      ${definer('app.calendar_feed(bytea, interval, interval, integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.calendar_feed(bytea, interval, interval, integer), app.has_live_feed(uuid); drop table calendar_feed');
  }
}
