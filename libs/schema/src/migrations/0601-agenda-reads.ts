import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** News of an agenda; `kinds` are the changes that count, `back` when one of them is a return. */
export const agendaChanges = (kinds = `'created', 'moved', 'cancelled', 'explained'`, back = ''): string => `
      -- What changed about what is still to come for the person, since that instant, with the start that was known before: a line for each occurrence.
      create or replace function app.agenda_changes(p_person uuid, p_organisations uuid[], p_language text, p_since timestamptz) returns json
        language plpgsql stable set search_path = pg_catalog, public as $$
      begin
        return (select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'title', coalesce(card.title, ''), 'startsAt', x.starts_at, 'endsAt', x.ends_at, 'zone', x.zone,
            'before', x.before, 'why', x.why, 'at', x.at) order by x.starts_at), '[]')
          from (
            select o.id, o.starts_at, o.ends_at, o.zone, max(c.at) as at, (array_agg(c.data ->> 'startedAt' order by c.at, c.id) filter (where c.data ? 'startedAt'))[1]::timestamptz as before,
              (array_agg(c.data ->> 'why' order by c.at desc, c.id desc) filter (where c.data ? 'why'))[1] as why,
              case when o.state = 'cancelled' then 'cancelled' when bool_or(c.kind = 'created') then 'new'${back} else 'moved' end as kind
            from (select distinct a.occurrence_id from attendee a where a.person_id = p_person and a.state <> 'declined' and a.organisation_id = any (p_organisations)) mine
              join occurrence o on o.id = mine.occurrence_id and o.ends_at > app.now() and o.state in ('planned', 'cancelled') and o.held_until is null
              join change c on c.subject_kind = 'occurrence' and c.subject_id = o.id and c.at > p_since and c.kind in (${kinds})
            group by o.id) x
            left join lateral (select c.title from occurrence_card c where c.occurrence_id = x.id order by c.language = p_language desc, c.language limit 1) card on true
          -- New and gone again, or moved and back: no news.
          where not (x.kind = 'cancelled' and x.before is null and exists (select from change c where c.subject_kind = 'occurrence' and c.subject_id = x.id and c.at > p_since and c.kind = 'created'))
            and not (x.kind = 'moved' and x.before is null));
      end $$;`;

/** A person's agenda: one statement a screen, across all organisations in which the person is active. */
export class AgendaReads1795300000601 implements MigrationInterface {
  name = 'AgendaReads1795300000601';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a person has on, in order, as the person reads it. Of others only the names of staff. What expired as a hold was never told.
      create function app.agenda_items(p_person uuid, p_organisations uuid[], p_language text, p_from date, p_until date, p_after timestamptz, p_after_id uuid, p_most integer)
        returns json language plpgsql stable set search_path = pg_catalog, public as $$
      begin
        return (select coalesce(json_agg(item order by starts_at, id), '[]') from (
          select o.starts_at, o.id, json_build_object('id', o.id, 'organisationId', o.organisation_id, 'kind', o.kind, 'state', o.state, 'part', mine.part,
            'startsAt', o.starts_at, 'endsAt', o.ends_at, 'zone', o.zone, 'day', o.local_date, 'title', coalesce(card.title, ''), 'place', card.place, 'link', card.link,
            'bring', card.bring, 'siteName', s.name, 'address', case when s.id is not null then concat_ws(', ', s.street, nullif(concat_ws(' ', s.postal_code, s.city), '')) end,
            'directions', s.directions, 'rooms', rooms.names, 'staff', staff.names, 'absence', gone.state, 'tint', coalesce(o.scope_id, o.series_id, o.id), 'version', o.version) as item
          from (select a.organisation_id, a.occurrence_id, min(a.part) as part from attendee a
              where a.person_id = p_person and a.state <> 'declined' and a.organisation_id = any (p_organisations) group by a.organisation_id, a.occurrence_id) mine
            join occurrence o on o.id = mine.occurrence_id
            left join lateral (select c.title, c.place, c.link, c.bring from occurrence_card c where c.occurrence_id = o.id order by c.language = p_language desc, c.language limit 1) card on true
            left join site s on s.id = o.site_id
            left join lateral (select string_agg(r.name, ', ' order by r.name) as names from reservation v join resource r on r.id = v.resource_id
              where v.occurrence_id = o.id and v.part = 'room') rooms on true
            left join lateral (select string_agg(trim(p.given_name || ' ' || p.family_name), ', ' order by p.sort_name) as names from attendee t
              join profile p on p.organisation_id = t.organisation_id and p.person_id = t.person_id
              where t.occurrence_id = o.id and t.part <> 'learner' and t.state <> 'declined' and t.person_id <> p_person) staff on true
            left join lateral (select b.state from absence_notice b where b.person_id = p_person and b.organisation_id = o.organisation_id and b.state <> 'withdrawn'
              and b.during && tstzrange(o.starts_at, o.ends_at) order by b.announced_at desc limit 1) gone on true
          where (o.state in ('planned', 'done') or o.state = 'tentative' and o.held_until > app.now() or o.state = 'cancelled' and o.held_until is null and o.ends_at > app.now())
            and (p_from is null or o.local_date >= p_from) and (p_until is null or o.local_date <= p_until)
            and (p_after is null or (o.starts_at, o.id) > (p_after, p_after_id))
          order by o.starts_at, o.id limit p_most) items);
      end $$;
      revoke all on function app.agenda_items(uuid, uuid[], text, date, date, timestamptz, uuid, integer) from public;

      -- The agenda of the person who asks.
      create function app.agenda(p_language text, p_from date, p_until date, p_after timestamptz, p_after_id uuid, p_most integer) returns json
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return json_build_object('now', app.now(), 'items',
          app.agenda_items(app.person(), app.organisations(), p_language, p_from, p_until, p_after, p_after_id, p_most));
      end $$;
      ${definer('app.agenda(text, date, date, timestamptz, uuid, integer)')}
    `);
    await runner.query(`
      ${agendaChanges()}
      revoke all on function app.agenda_changes(uuid, uuid[], text, timestamptz) from public;

      -- The first screen of a learner: what comes next, what is new, which absences are open.
      create function app.my_day(p_language text) returns json
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        v_now constant timestamptz := app.now();
        v_since constant timestamptz := coalesce((select v.seen_at from agenda_visit v where v.person_id = app.person()), v_now - interval '7 days');
      begin
        return json_build_object('now', v_now, 'since', v_since,
          'items', app.agenda_items(app.person(), app.organisations(), p_language, (v_now - interval '1 day')::date, (v_now + interval '21 days')::date, null, null, 40),
          'changes', app.agenda_changes(app.person(), app.organisations(), p_language, v_since),
          'absences', (select coalesce(json_agg(json_build_object('id', b.id, 'organisationId', b.organisation_id, 'firstDay', b.first_day, 'firstHalf', b.first_half, 'lastDay', b.last_day,
              'lastHalf', b.last_half, 'reason', b.reason, 'state', b.state, 'version', b.version,
              'proofs', (select coalesce(json_agg(f.id order by f.added_at), '[]') from absence_proof f where f.absence_id = b.id)) order by b.during), '[]')
            from absence_notice b where b.person_id = app.person() and b.organisation_id = any (app.organisations()) and b.state <> 'withdrawn' and upper(b.during) > v_now - interval '7 days'));
      end $$;
      ${definer('app.my_day(text)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.my_day(text), app.agenda_changes(uuid, uuid[], text, timestamptz), app.agenda(text, date, date, timestamptz, uuid, integer),
        app.agenda_items(uuid, uuid[], text, date, date, timestamptz, uuid, integer)`);
  }
}
