import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** The first screens of trainers and coordinators, each in one statement. */
export class Desks1795300000602 implements MigrationInterface {
  name = 'Desks1795300000602';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Learners of an occurrence, and about how many of them the given number of units is told.
      create function app.attendance_of(p_occurrence uuid, p_units integer) returns table (expected integer, marked integer)
        language sql stable set search_path = pg_catalog, public as $$
        select count(*)::integer, (count(*) filter (where (select count(*) from attendance_mark m
            where m.occurrence_id = a.occurrence_id and m.person_id = a.person_id and m.supersedes is null) >= p_units))::integer
        from attendee a where a.occurrence_id = p_occurrence and a.part = 'learner' and a.state <> 'declined' $$;
      create function app.units_of(p_from timestamptz, p_to timestamptz) returns integer language sql immutable set search_path = pg_catalog
        return case when p_to - p_from > interval '5 hours' then 2 else 1 end;
      revoke all on function app.attendance_of(uuid, integer), app.units_of(timestamptz, timestamptz) from public;

      -- What the person who asks gives these days, with how far attendance is, and which of the own learners were absent twice in a month.
      create function app.trainer_day(p_language text) returns json
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        v_now constant timestamptz := app.now();
      begin
        return json_build_object('now', v_now,
          'items', (select coalesce(json_agg(i.item::jsonb || jsonb_build_object('expected', t.expected, 'marked', t.marked,
              'announced', (select count(distinct b.person_id) from absence_notice b join attendee a on a.person_id = b.person_id and a.occurrence_id = o.id and a.part = 'learner' and a.state <> 'declined'
                where b.organisation_id = o.organisation_id and b.state <> 'withdrawn' and b.during && tstzrange(o.starts_at, o.ends_at))) order by o.starts_at, o.id), '[]')
            from json_array_elements(app.agenda_items(app.person(), app.organisations(), p_language, (v_now - interval '8 days')::date, (v_now + interval '8 days')::date, null, null, 80)) as i(item)
            join occurrence o on o.id = (i.item ->> 'id')::uuid, app.attendance_of(o.id, app.units_of(o.starts_at, o.ends_at)) t
            where i.item ->> 'part' <> 'learner'),
          'worries', (select coalesce(json_agg(w order by w.missed desc, w.name), '[]') from (
            select m.person_id as "personId", trim(p.given_name || ' ' || p.family_name) as name, count(*)::integer as missed, max(o.starts_at) as "lastAt",
              (array_agg(card.title order by o.starts_at desc))[1] as "lastTitle"
            from attendee mine join occurrence o on o.id = mine.occurrence_id and o.starts_at > v_now - interval '30 days' and o.starts_at <= v_now
              join attendance_mark m on m.occurrence_id = o.id and m.status = 'absent' and not exists (select from attendance_mark later where later.supersedes = m.id)
              join profile p on p.organisation_id = o.organisation_id and p.person_id = m.person_id
              left join lateral (select c.title from occurrence_card c where c.occurrence_id = o.id order by c.language = p_language desc, c.language limit 1) card on true
            where mine.person_id = app.person() and mine.part in ('trainer', 'expert') and mine.organisation_id = any (app.organisations())
            group by m.person_id, p.given_name, p.family_name having count(*) >= 2 limit 20) w));
      end $$;
      ${definer('app.trainer_day(text)')}
    `);
    await runner.query(`
      -- What needs a decision in an organisation: clashes of learners, sessions without trainer or room, absences, attendance not taken, messages that failed.
      create function app.desk(p_organisation uuid, p_language text) returns json
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        v_now constant timestamptz := app.now();
      begin
        if not (p_organisation = any (app.organisations())) then raise insufficient_privilege using message = 'The desk was opened for an organisation that was not declared.'; end if;
        return json_build_object('now', v_now,
          'clashes', (select coalesce(json_agg(x order by x."startsAt"), '[]') from (
            select o.id as "occurrenceId", coalesce(card.title, '') as title, o.starts_at as "startsAt", o.zone, o.local_date as day, coalesce(trim(p.given_name || ' ' || p.family_name), '') as "personName"
            from reservation r join occurrence o on o.id = r.occurrence_id and o.state in ('planned', 'tentative')
              left join profile p on p.organisation_id = r.organisation_id and p.person_id = r.resource_id
              left join lateral (select c.title from occurrence_card c where c.occurrence_id = o.id order by c.language = p_language desc, c.language limit 1) card on true
            where r.organisation_id = p_organisation and not r.binding and lower(r.during) > v_now order by o.starts_at limit 50) x),
          'incomplete', (select coalesce(json_agg(x order by x."startsAt"), '[]') from (
            select o.id, coalesce(card.title, '') as title, o.starts_at as "startsAt", o.zone, o.local_date as day, array_remove(array[
              case when not exists (select from attendee a where a.occurrence_id = o.id and a.part in ('trainer', 'expert', 'invigilator') and a.state <> 'declined') then 'trainer' end,
              case when card.link is null and card.place is null and not exists (select from reservation r where r.occurrence_id = o.id and r.part = 'room') then 'room' end], null) as lacks
            from occurrence o
              left join lateral (select c.title, c.link, c.place from occurrence_card c where c.occurrence_id = o.id order by c.language = p_language desc, c.language limit 1) card on true
            where o.organisation_id = p_organisation and o.state = 'planned' and o.kind <> 'booking' and o.starts_at > v_now and o.starts_at < v_now + interval '28 days') x
            where cardinality(x.lacks) > 0),
          'absences', (select coalesce(json_agg(x order by x."announcedAt"), '[]') from (
            select b.id, b.version, b.person_id as "personId", coalesce(trim(p.given_name || ' ' || p.family_name), '') as "personName", b.first_day as "firstDay", b.first_half as "firstHalf",
              b.last_day as "lastDay", b.last_half as "lastHalf", b.reason, b.announced_at as "announcedAt",
              (select coalesce(json_agg(json_build_object('id', o.id, 'title', coalesce((select c.title from occurrence_card c where c.occurrence_id = o.id order by c.language = p_language desc, c.language limit 1), ''),
                  'startsAt', o.starts_at, 'zone', o.zone) order by o.starts_at), '[]')
                from attendee a join occurrence o on o.id = a.occurrence_id and o.organisation_id = p_organisation and o.state in ('planned', 'done') and tstzrange(o.starts_at, o.ends_at) && b.during
                where a.person_id = b.person_id and a.state <> 'declined') as sessions,
              (select coalesce(json_agg(f.id order by f.added_at), '[]') from absence_proof f where f.absence_id = b.id) as proofs
            from absence_notice b left join profile p on p.organisation_id = b.organisation_id and p.person_id = b.person_id
            where b.organisation_id = p_organisation and b.state = 'to-justify' order by b.announced_at limit 100) x),
          'untaken', (select coalesce(json_agg(x order by x."startsAt"), '[]') from (
            select o.id, coalesce((select c.title from occurrence_card c where c.occurrence_id = o.id order by c.language = p_language desc, c.language limit 1), '') as title,
              o.starts_at as "startsAt", o.zone, o.local_date as day, array['attendance'] as lacks
            from occurrence o, app.attendance_of(o.id, app.units_of(o.starts_at, o.ends_at)) t
            where o.organisation_id = p_organisation and o.state in ('planned', 'done') and o.kind <> 'booking' and o.starts_at > v_now - interval '14 days' and o.ends_at < v_now and t.marked < t.expected) x),
          'failedMessages', (select count(*) from message m where m.organisation_id = p_organisation and m.state = 'failed'));
      end $$;
      ${definer('app.desk(uuid, text)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.desk(uuid, text), app.trainer_day(text), app.units_of(timestamptz, timestamptz), app.attendance_of(uuid, integer)');
  }
}
