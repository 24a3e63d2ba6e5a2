import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE, protect } from '../tenancy.js';

const OWN = 'organisation_id = any ((select app.organisations())::uuid[])';
const OWN_OR_MINE = `${OWN} or person_id = (select app.person())`;

/** One edition of a published course: its groups, who has a place in it, and who waits for one. */
export class Cohorts1795300000550 implements MigrationInterface {
  name = 'Cohorts1795300000550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A cohort keeps the course version with which it was made. Its seats are a pool of the ledger.
      create table cohort (
        id uuid not null default uuidv7(), organisation_id uuid not null, course_id uuid not null, course_version_id uuid not null,
        name text not null, site_id uuid not null, zone text not null, language text not null, capacity integer not null, minimum integer not null default 1,
        starts_on date not null, ends_on date not null, registration_opens_at timestamptz, registration_closes_at timestamptz,
        state text not null default 'draft', seat_pool_id uuid not null,
        version integer not null default 1, created_by uuid, created_at timestamptz not null default app.now(),
        constraint cohort_pk primary key (id),
        constraint cohort_organisation_id_uq unique (organisation_id, id),
        constraint cohort_seat_pool_uq unique (seat_pool_id),
        constraint cohort_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint cohort_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
        constraint cohort_course_version_fk foreign key (organisation_id, course_version_id) references course_version (organisation_id, id),
        constraint cohort_site_fk foreign key (organisation_id, site_id) references site (organisation_id, id),
        constraint cohort_seat_pool_fk foreign key (organisation_id, seat_pool_id) references seat_pool (organisation_id, id),
        constraint cohort_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 120),
        constraint cohort_language_known check (language in ('fr', 'nl', 'de', 'en')),
        constraint cohort_capacity_counted check (capacity between 1 and 10000),
        constraint cohort_minimum_reachable check (minimum between 1 and capacity),
        constraint cohort_days_in_order check (ends_on >= starts_on),
        constraint cohort_window_in_order check (registration_closes_at > registration_opens_at),
        constraint cohort_state_known check (state in ('draft', 'open', 'confirmed', 'running', 'completed', 'cancelled')));
      create unique index cohort_name_uq on cohort (organisation_id, lower(name)) where state <> 'cancelled';
      create index cohort_organisation_start on cohort (organisation_id, starts_on);
      ${protect('cohort', { rights: ['select', 'insert', 'update'] })}

      create table cohort_group (
        id uuid not null default uuidv7(), organisation_id uuid not null, cohort_id uuid not null, name text not null,
        constraint cohort_group_pk primary key (id),
        constraint cohort_group_cohort_id_uq unique (organisation_id, cohort_id, id),
        constraint cohort_group_cohort_fk foreign key (organisation_id, cohort_id) references cohort (organisation_id, id),
        constraint cohort_group_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 60));
      create unique index cohort_group_name_uq on cohort_group (cohort_id, lower(name));
      ${protect('cohort_group')}

      create table enrolment (
        id uuid not null default uuidv7(), organisation_id uuid not null, cohort_id uuid not null, person_id uuid not null, group_id uuid,
        state text not null default 'active', way text not null, enrolled_at timestamptz not null default app.now(), state_since timestamptz not null default app.now(),
        version integer not null default 1,
        constraint enrolment_pk primary key (id),
        constraint enrolment_organisation_id_uq unique (organisation_id, id),
        constraint enrolment_person_once unique (cohort_id, person_id),
        constraint enrolment_cohort_fk foreign key (organisation_id, cohort_id) references cohort (organisation_id, id),
        constraint enrolment_group_fk foreign key (organisation_id, cohort_id, group_id) references cohort_group (organisation_id, cohort_id, id),
        constraint enrolment_person_fk foreign key (person_id) references person (id),
        constraint enrolment_state_known check (state in ('active', 'postponed', 'withdrawn', 'completed', 'graduated')),
        constraint enrolment_way_known check (way in ('coordinator', 'file', 'registration', 'transfer')));
      create index enrolment_person on enrolment (person_id);
      ${protect('enrolment', { rights: ['select', 'insert', 'update'], visible: OWN_OR_MINE, writable: OWN })}

      -- The order is the server's: numbers are given under the lock of the cohort.
      create table waiting_place (
        organisation_id uuid not null, cohort_id uuid not null, person_id uuid not null, number integer not null, since timestamptz not null default app.now(),
        constraint waiting_place_pk primary key (cohort_id, person_id),
        constraint waiting_place_number_uq unique (cohort_id, number),
        constraint waiting_place_cohort_fk foreign key (organisation_id, cohort_id) references cohort (organisation_id, id),
        constraint waiting_place_person_fk foreign key (person_id) references person (id),
        constraint waiting_place_number_counted check (number >= 1));
      create index waiting_place_person on waiting_place (person_id);
      ${protect('waiting_place', { visible: OWN_OR_MINE, writable: OWN })}
    `);
    await runner.query(`
      -- What became of the people of a list that leads into a cohort.
      alter table people_import add column arrivals jsonb not null default '{}';

      -- The second net under the count that the application makes: no seat beyond its class, whoever inserts it and however many at once.
      create function app.keep_seats_counted() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        perform from seat_pool p where p.id in (select g.pool_id from given g) order by p.id for update;
        if exists (select from seat_class c where (c.pool_id, c.name) in (select g.pool_id, g.class from given g)
          and c.capacity < (select count(*) from seat s where s.pool_id = c.pool_id and s.class = c.name and (s.expires_at is null or s.expires_at > app.now()))) then
          raise exception 'More seats than the pool has.' using errcode = 'check_violation', constraint = 'seat_within_capacity';
        end if;
        return null;
      end $$;
      revoke all on function app.keep_seats_counted() from public;
      grant execute on function app.keep_seats_counted() to ${APP_ROLE};
      create trigger seat_within_capacity after insert on seat referencing new table as given for each statement execute function app.keep_seats_counted();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table people_import drop column arrivals; drop trigger seat_within_capacity on seat; drop function app.keep_seats_counted; drop table waiting_place, enrolment, cohort_group, cohort');
  }
}
