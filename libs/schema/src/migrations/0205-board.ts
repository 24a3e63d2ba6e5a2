import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** The statement of the board; `shown` is which bookings have a bar, `more` what else is said of each. */
export const board = (shown = 'b.binding', more = ''): string => `
  create or replace function app.board(p_organisation uuid, p_site uuid, p_from date, p_to date, p_language text) returns jsonb
  language plpgsql stable security definer set search_path = '' as $$
  declare
    v_span tstzrange := tstzrange((p_from - 1)::timestamp at time zone 'UTC', (p_to + 2)::timestamp at time zone 'UTC');
    v_rows jsonb; v_ids uuid[]; v_sites uuid[];
  begin
    if not (p_organisation = any (app.organisations())) then raise insufficient_privilege using message = 'The board was opened for an organisation that was not declared.'; end if;
    with things as (
      select r.id, r.organisation_id, r.kind, r.name, r.site_id, r.seats, r.shared, r.features, r.version from public.resource r
      where r.kind <> 'person' and r.archived_at is null and (p_site is null or r.site_id = p_site) and (r.organisation_id = p_organisation
        or r.id in (select s.subject_id from public.share s where s.to_organisation_id = p_organisation and s.subject_kind in ('room', 'equipment')
          and s."right" = 'book' and s.ended_at is null and (s.until is null or s.until > app.now())))
    ), staff as (
      select m.person_id, array_agg(m.role order by m.role) as roles from public.membership m
      where m.organisation_id = p_organisation and m.state = 'active' and m.role in ('trainer', 'expert', 'coordinator', 'manager') group by m.person_id
    ), everyone as (
      select t.id, t.kind, t.name, t.site_id, case when t.organisation_id = p_organisation then t.version end as version, t.seats, t.shared, t.features, '{}'::text[] as roles from things t
      union all
      select s.person_id, 'person', trim(p.given_name || ' ' || p.family_name), p.site_id, null, null, false, '{}', s.roles
      from staff s join public.profile p on p.organisation_id = p_organisation and p.person_id = s.person_id and p.archived_at is null
      -- Of a site: whoever belongs to it or to none, and whoever has something there.
      where p_site is null or p.site_id is null or p.site_id = p_site or exists (select from public.reservation r join public.occurrence o on o.id = r.occurrence_id
        where r.resource_id = s.person_id and r.during && v_span and r.binding and o.site_id = p_site)
    )
    select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'name', e.name, 'siteId', e.site_id, 'version', e.version, 'seats', e.seats,
        'shared', e.shared, 'features', e.features, 'roles', e.roles) order by array_position(array['room', 'equipment', 'person'], e.kind), e.name, e.id),
      array_agg(e.id), array_agg(distinct e.site_id) filter (where e.site_id is not null)
    into v_rows, v_ids, v_sites from everyone e;
    if exists (select from public.site s where s.id = p_site and s.organisation_id = p_organisation) then v_sites := array[p_site]; end if;

    return jsonb_build_object('rows', coalesce(v_rows, '[]'),
      'zone', (select o.zone from public.organisation o where o.id = p_organisation),
      'sites', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'zone', s.zone, 'own', s.organisation_id = p_organisation,
          'calendars', app.closures_of_site(s.id, p_from - 1, p_to + 1)) order by s.name), '[]')
        from public.site s where s.id = any (v_sites)),
      'bookings', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'resourceId', b.resource_id, 'from', lower(b.during), 'to', upper(b.during), 'part', b.part,
          'units', b.units::text, 'occurrenceId', o.id, 'title', card.title, 'kind', o.kind, 'heldUntil', b.expires_at, 'version', o.version, 'siteId', o.site_id${more}) order by lower(b.during)), '[]')
        from public.reservation b
          left join public.occurrence o on o.id = b.occurrence_id and o.organisation_id = p_organisation
          left join lateral (select c.title from public.occurrence_card c where c.occurrence_id = o.id order by c.language = p_language desc, c.language limit 1) card on true
        where b.resource_id = any (v_ids) and b.during && v_span and ${shown} and (b.expires_at is null or b.expires_at > app.now())),
      'absences', (select coalesce(jsonb_agg(jsonb_build_object('id', case when u.organisation_id = p_organisation then u.id end, 'resourceId', u.resource_id,
          'from', lower(u.during), 'to', upper(u.during), 'kind', case when u.organisation_id = p_organisation then u.kind else 'busy' end,
          'label', case when u.organisation_id = p_organisation then u.label end, 'version', case when u.organisation_id = p_organisation then u.version end) order by lower(u.during)), '[]')
        from public.unavailability u where u.resource_id = any (v_ids) and u.during && v_span),
      'availability', (select coalesce(jsonb_agg(app.availability_of(a.organisation_id, a.person_id) || jsonb_build_object('personId', a.person_id)), '[]')
        from public.availability a where a.organisation_id = p_organisation and a.person_id = any (v_ids)));
  end $$;`;

/** The board: rooms, equipment and staff of an organisation over some days, with all that stands on them, in one statement. */
export class Board1795300000205 implements MigrationInterface {
  name = 'Board1795300000205';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of other organisations' bookings and absences only the time is told. Days are dates: the reader turns them into instants, because
      -- zones are computed by one program alone; hence a day more on both sides.
      ${board()}

      create function app.availability_of(p_organisation uuid, p_person uuid) returns jsonb
      language sql stable security definer set search_path = '' as $$
        select jsonb_build_object('zone', a.zone, 'version', a.version,
          'weekly', (select coalesce(jsonb_agg(jsonb_build_object('weekday', r.weekday, 'opens', to_char(r.opens, 'HH24:MI'),
              'closes', case when r.closes = '24:00' then '24:00' else to_char(r.closes, 'HH24:MI') end, 'fromDate', r.from_date, 'untilDate', r.until_date) order by r.weekday, r.opens), '[]')
            from public.availability_rule r where r.organisation_id = a.organisation_id and r.person_id = a.person_id),
          'exceptions', (select coalesce(jsonb_agg(jsonb_build_object('date', e.on_date, 'opens', to_char(e.opens, 'HH24:MI'),
              'closes', case when e.closes = '24:00' then '24:00' else to_char(e.closes, 'HH24:MI') end) order by e.on_date, e.opens), '[]')
            from public.availability_exception e where e.organisation_id = a.organisation_id and e.person_id = a.person_id))
        from public.availability a where a.organisation_id = p_organisation and a.person_id = p_person
      $$;
      revoke all on function app.availability_of(uuid, uuid) from public;
      ${definer('app.board(uuid, uuid, date, date, text)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.board(uuid, uuid, date, date, text), app.availability_of(uuid, uuid)');
  }
}
