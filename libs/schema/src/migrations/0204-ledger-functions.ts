import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';
import { NOBODY } from './0200-resources.js';

/**
 * The few functions that look across organisations. They are the fast way as well: under a policy a range overlap cannot be an index
 * condition. Titles leave them only for rows of organisations that the transaction declared; of all others only the time is told.
 */
export class LedgerFunctions1795300000204 implements MigrationInterface {
  name = 'LedgerFunctions1795300000204';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.busy(p_resources uuid[], p_during tstzrange) returns table (resource_id uuid, during tstzrange)
      language sql stable security definer set search_path = '' as $$
        select r.resource_id, r.during from public.reservation r
        where r.resource_id = any (p_resources) and r.during && p_during and r.binding and (r.expires_at is null or r.expires_at > app.now())
        union all
        select u.resource_id, u.during from public.unavailability u where u.resource_id = any (p_resources) and u.during && p_during
      $$;
      ${definer('app.busy(uuid[], tstzrange)')}

      -- Which people an organisation may book: those it has a profile of, and whoever books for himself.
      create function app.bookable_people(p_organisation uuid, p_people uuid[]) returns table (person_id uuid, name text)
      language sql stable security definer set search_path = '' as $$
        select p.person_id, trim(p.given_name || ' ' || p.family_name) from public.profile p
        where p.organisation_id = p_organisation and p.person_id = any (p_people) and p.archived_at is null
          and p_organisation = any (app.organisations())
        union all
        select app.person(), null where app.person() = any (p_people)
          and not exists (select from public.profile p where p.organisation_id = p_organisation and p.person_id = app.person() and p.archived_at is null)
      $$;
      ${definer('app.bookable_people(uuid, uuid[])')}
      create function app.bookable_things(p_organisation uuid, p_things uuid[])
      returns table (id uuid, organisation_id uuid, kind text, name text, site_id uuid, zone text, seats integer, shared boolean, archived_at timestamptz)
      language sql stable security definer set search_path = '' as $$
        select r.id, r.organisation_id, r.kind, r.name, r.site_id, s.zone, r.seats, r.shared, r.archived_at
        from public.resource r join public.site s on s.id = r.site_id
        where r.id = any (p_things) and r.kind <> 'person' and p_organisation = any (app.organisations())
          and (r.organisation_id = p_organisation or app.is_shared(r.organisation_id, r.kind, r.id, 'book', array[p_organisation]))
      $$;
      ${definer('app.bookable_things(uuid, uuid[])')}
    `);
    await runner.query(`
      -- Sites before resources, both in the order of their keys: who takes locks in one order cannot wait in a circle.
      -- Claims share a site; whoever closes it takes it alone, and so sees every claim that came before.
      create function app.lock_sites(p_sites uuid[]) returns void
      language plpgsql volatile security definer set search_path = '' as $$
      begin
        perform pg_advisory_xact_lock(k) from (select distinct hashtextextended(s::text, 1) as k from unnest(p_sites) s order by 1) ordered;
      end $$;
      ${definer('app.lock_sites(uuid[])')}

      -- All that a claim must know, in one answer. A volatile plpgsql function takes a new snapshot for every statement,
      -- so what is read after the locks is what the holders before us left.
      create function app.ledger_facts(p_organisation uuid, p_people uuid[], p_things uuid[], p_sites uuid[], p_windows jsonb, p_language text, p_lock boolean) returns jsonb
      -- Planning anew for each call took as long as the work itself.
      language plpgsql volatile security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
      declare
        v_now timestamptz; v_sites uuid[]; v_bookings jsonb; v_absences jsonb; v_span tstzrange;
        v_seen uuid[] := app.organisations(); v_moves boolean := cardinality(p_people) > 0;
      begin
        if not (p_organisation = any (v_seen)) then raise insufficient_privilege using message = 'The ledger was opened for an organisation that was not declared.'; end if;
        select coalesce(array_agg(distinct s), '{}'), coalesce(bool_or(is_mobile), false) or v_moves into v_sites, v_moves from (
          select r.site_id as s, r.kind = 'equipment' as is_mobile from public.resource r where r.id = any (p_things) union all select unnest(p_sites), false) places where s is not null;
        if p_lock then
          perform pg_advisory_xact_lock_shared(k) from (select distinct hashtextextended(s::text, 1) as k from unnest(v_sites) s order by 1) ordered;
          perform pg_advisory_xact_lock(k) from (select distinct hashtextextended(r::text, 0) as k from unnest(p_people || p_things) r order by 1) ordered;
          v_now := app.now();
          delete from public.reservation where resource_id = any (p_people || p_things) and expires_at <= v_now;
          if cardinality(p_people) > 0 then
            insert into public.resource (id, organisation_id, kind, person_id)
              select b.person_id, '${NOBODY}', 'person', b.person_id from app.bookable_people(p_organisation, p_people) b on conflict do nothing;
          end if;
        end if;
        v_now := coalesce(v_now, app.now());

        with wanted as materialized (
          select w.resource_id, w.during from jsonb_to_recordset(p_windows) as w(resource_id uuid, during tstzrange)
        ), hit as (
          select distinct on (r.id) r.id, r.resource_id, r.occurrence_id, r.during, r.units, r.expires_at,
            case when r.organisation_id = any (v_seen) then r.organisation_id end as seen
          from wanted w join public.reservation r on r.resource_id = w.resource_id and r.during && w.during
          where r.binding and (r.expires_at is null or r.expires_at > v_now)
        ), away as (
          select distinct on (u.id) u.id, u.resource_id, u.during, u.kind, u.label, case when u.organisation_id = any (v_seen) then u.organisation_id end as seen
          from wanted w join public.unavailability u on u.resource_id = w.resource_id and u.during && w.during
        )
        select
          (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'resourceId', h.resource_id, 'occurrenceId', h.occurrence_id,
              'from', lower(h.during), 'to', upper(h.during), 'units', h.units::text, 'heldUntil', h.expires_at, 'organisationId', h.seen,
              'siteId', o.site_id, 'title', case when h.seen is not null then (select c.title from public.occurrence_card c where c.occurrence_id = h.occurrence_id
                order by c.language = p_language desc, c.language limit 1) end)), '[]')
            from hit h left join public.occurrence o on o.id = h.occurrence_id),
          (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'resourceId', a.resource_id, 'from', lower(a.during), 'to', upper(a.during),
              'kind', a.kind, 'label', a.label, 'organisationId', a.seen)), '[]') from away a),
          (select tstzrange(min(lower(w.during)), max(upper(w.during))) from wanted w)
        into v_bookings, v_absences, v_span;
        if v_moves then
          select coalesce(array_agg(distinct s), '{}') into v_sites from (
            select unnest(v_sites) as s union all select (b->>'siteId')::uuid from jsonb_array_elements(v_bookings) b) places where s is not null;
        end if;

        return jsonb_build_object('now', v_now, 'bookings', v_bookings, 'unavailable', v_absences,
          'zone', (select o.zone from public.organisation o where o.id = p_organisation),
          'resources', (
            select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'organisationId', t.organisation_id, 'name', t.name, 'siteId', t.site_id,
                'seats', case when t.shared then t.seats end, 'archived', t.archived_at is not null)), '[]')
            from app.bookable_things(p_organisation, p_things) t) || case when cardinality(p_people) = 0 then '[]' else (
            select coalesce(jsonb_agg(jsonb_build_object('id', b.person_id, 'kind', 'person', 'organisationId', '${NOBODY}', 'name', b.name, 'archived', false)), '[]')
            from app.bookable_people(p_organisation, p_people) b) end,
          'sites', (
            select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', case when s.organisation_id = any (v_seen) then s.name end, 'zone', s.zone,
              'calendars', case when exists (select from public.site_calendar sc where sc.site_id = s.id)
                then app.closures_of_site(s.id, lower(v_span)::date - 2, upper(v_span)::date + 2) else '[]' end)), '[]')
            from public.site s where s.id = any (v_sites)),
          'travel', case when v_moves then (
            select coalesce(jsonb_agg(jsonb_build_object('from', t.from_site_id, 'to', t.to_site_id, 'minutes', t.minutes)), '[]')
            from public.travel_time t where t.from_site_id = any (v_sites) and t.to_site_id = any (v_sites)) else '[]' end);
      end $$;
      ${definer('app.ledger_facts(uuid, uuid[], uuid[], uuid[], jsonb, text, boolean)')}

      create function app.closures_of_site(p_site uuid, p_from date, p_to date) returns jsonb
      language sql stable security definer set search_path = '' as $$
        select coalesce(jsonb_agg(jsonb_build_object('publicHolidays', c.public_holidays, 'community', c.community, 'days', (
            select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'from', d.starts_on, 'to', d.ends_on, 'name', d.name)), '[]')
            from public.closure d where d.calendar_id = c.id and d.starts_on <= p_to and d.ends_on >= p_from))), '[]')
        from public.site_calendar sc join public.closure_calendar c on c.id = sc.calendar_id and c.archived_at is null
        where sc.site_id = p_site
      $$;
      revoke all on function app.closures_of_site(uuid, date, date) from public;
    `);
    await runner.query(`
      -- Seats of a shared room are interchangeable: when enough are free but no single one is free all the time, holders change seats.
      -- First each row gets a private range, so that no step overlaps another one's.
      create function app.reseat(p_seats jsonb) returns void
      language plpgsql volatile security definer set search_path = '' as $$
      begin
        update public.reservation r set units = int4multirange(int4range((1000000 + 20000 * s.place)::int, (1000000 + 20000 * s.place + 1)::int))
          from (select x.id, row_number() over () as place from jsonb_to_recordset(p_seats) as x(id uuid)) s where r.id = s.id;
        update public.reservation r set units = x.units from jsonb_to_recordset(p_seats) as x(id uuid, units int4multirange) where r.id = x.id;
      end $$;
      ${definer('app.reseat(jsonb)')}

      -- What a closure of these sites would hit: titles for those who may read them, times for all.
      create function app.bookings_at(p_sites uuid[], p_during tstzrange, p_language text) returns jsonb
      language sql stable security definer set search_path = '' as $$
        select coalesce(jsonb_agg(jsonb_build_object('occurrenceId', case when o.organisation_id = any (app.organisations()) then o.id end,
          'siteId', o.site_id, 'from', o.starts_at, 'to', o.ends_at, 'title', card.title) order by o.starts_at), '[]')
        from public.occurrence o left join lateral (select c.title from public.occurrence_card c
          where c.occurrence_id = o.id and o.organisation_id = any (app.organisations()) order by c.language = p_language desc, c.language limit 1) card on true
        where o.site_id = any (p_sites) and o.state in ('tentative', 'planned') and (o.held_until is null or o.held_until > app.now())
          and o.starts_at < upper(p_during) and o.ends_at > lower(p_during) and o.starts_at > lower(p_during) - interval '24 hours'
      $$;
      ${definer('app.bookings_at(uuid[], tstzrange, text)')}

      -- Holds and offers whose time is up, of all organisations: at most 500 a call, never waiting for someone who is deciding about one.
      create function app.release_expired() returns integer
      language sql volatile security definer set search_path = '' as $$
        with over as (
          select o.id from public.occurrence o where o.state = 'tentative' and o.held_until <= app.now()
          order by o.held_until limit 500 for no key update skip locked
        ), freed as (
          delete from public.reservation r using over where r.occurrence_id = over.id
        ), stray as (
          delete from public.reservation r where r.occurrence_id is null and r.expires_at <= app.now()
        ), lapsed as (
          delete from public.seat s where (s.pool_id, s.person_id) in (
            select x.pool_id, x.person_id from public.seat x where x.expires_at <= app.now() limit 500 for update skip locked)
          returning s.organisation_id, s.pool_id, s.person_id
        ), ended as (
          update public.occurrence o set state = 'cancelled', version = o.version + 1, sequence = o.sequence + 1
          from over where o.id = over.id returning o.organisation_id, o.id, o.version
        ), logged as (
          insert into public.change (organisation_id, subject_kind, subject_id, version, kind, person_id)
          select organisation_id, 'occurrence', id, version, 'expired', null::uuid from ended
          union all select organisation_id, 'seat-pool', pool_id, null, 'offer-expired', person_id from lapsed
          returning id, organisation_id, subject_kind, subject_id, kind, at
        ), queued as (
          insert into public.change_work (consumer, organisation_id, subject_kind, subject_id, change_kind, change_id, at)
          select c.name, l.organisation_id, l.subject_kind, l.subject_id, l.kind, l.id, l.at
          from logged l join public.change_consumer c on l.subject_kind = any (c.subject_kinds) returning 1
        )
        select (select count(*) from logged)::integer + 0 * (select count(pg_notify('change_work', '')) from (select from queued limit 1) woken)::integer
      $$;
      ${definer('app.release_expired()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.release_expired(), app.bookings_at(uuid[], tstzrange, text), app.reseat(jsonb),
      app.ledger_facts(uuid, uuid[], uuid[], uuid[], jsonb, text, boolean), app.closures_of_site(uuid, date, date), app.lock_sites(uuid[]),
      app.bookable_things(uuid, uuid[]), app.bookable_people(uuid, uuid[]), app.busy(uuid[], tstzrange)`);
  }
}
