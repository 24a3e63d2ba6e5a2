import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, seal } from '../tenancy.js';

/** The statement of organisations in which something is still to come; `or` is a condition more. */
export const organisationsWithPlans = (or = ''): string => `
  create or replace function app.organisations_with_plans() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public as $$
    select o.id from organisation o where exists (select from occurrence x where x.organisation_id = o.id and x.starts_at > app.now() and x.state in ('tentative', 'planned'))
      or exists (select from unavailability u where u.organisation_id = o.id and upper(u.during) > app.now()) ${or} order by 1 $$;`;

/** What is planned keeps its wall time when a government changes the rules of a zone (docs/decisions/zone-rules.md). */
export class ZoneRules1795300000240 implements MigrationInterface {
  name = 'ZoneRules1795300000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Leave is entered by the wall clock too. Busy times of another calendar come as instants and have no wall.
      alter table unavailability add from_date date, add from_time time, add to_date date, add to_time time, add zone text,
        add constraint unavailability_wall_whole check (num_nonnulls(from_date, from_time, to_date, to_time, zone) in (0, 5));
      update unavailability u set zone = w.zone, from_date = (lower(u.during) at time zone w.zone)::date, from_time = (lower(u.during) at time zone w.zone)::time,
          to_date = (upper(u.during) at time zone w.zone)::date, to_time = (upper(u.during) at time zone w.zone)::time
        from (select away.id, coalesce(s.zone, o.zone) as zone from unavailability away join organisation o on o.id = away.organisation_id
          join resource r on r.id = away.resource_id left join site s on s.id = r.site_id) w
        where w.id = u.id and u.kind <> 'busy';

      -- One row: the newest zone data by which instants were computed. A worker with older data computes nothing anew.
      create table zone_rules (
        one boolean not null default true, version text not null, since timestamptz not null default app.now(),
        constraint zone_rules_pk primary key (one),
        constraint zone_rules_one check (one),
        constraint zone_rules_version check (version ~ '^\\d{4}[a-z]{1,2}$'));
      ${seal('zone_rules')}

      -- True for who brings newer rules than any before; of two that bring them at once, for one.
      create function app.adopt_zone_rules(p_version text) returns boolean
        language sql security definer set search_path = pg_catalog, public as $$
        with adopted as (
          insert into zone_rules as z (version) values (p_version)
          on conflict on constraint zone_rules_pk do update set version = excluded.version, since = app.now() where z.version collate "C" < excluded.version collate "C"
          returning 1)
        select exists (select from adopted) $$;
      ${definer('app.adopt_zone_rules(text)')}

      -- Organisations in which something is still to come.
      ${organisationsWithPlans()}
      ${definer('app.organisations_with_plans()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.organisations_with_plans(), app.adopt_zone_rules(text);
      drop table zone_rules;
      alter table unavailability drop constraint unavailability_wall_whole, drop from_date, drop from_time, drop to_date, drop to_time, drop zone`);
  }
}
