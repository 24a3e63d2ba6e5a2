import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** People belong to no organisation: their resources stand under this one. So no centre learns from a key who else knows them. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What can be booked: rooms, equipment, and people from their first claim on. */
export class Resources1795300000200 implements MigrationInterface {
  name = 'Resources1795300000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A person's resource has the person's own id: one for the whole system, whoever books.
      create table resource (
        id uuid not null default uuidv7(), organisation_id uuid not null, kind text not null, person_id uuid, site_id uuid,
        name text, seats integer, shared boolean not null default false, features text[] not null default '{}',
        version integer not null default 1, created_at timestamptz not null default app.now(), archived_at timestamptz,
        constraint resource_pk primary key (id),
        constraint resource_organisation_id_uq unique (organisation_id, id),
        constraint resource_site_fk foreign key (organisation_id, site_id) references site (organisation_id, id),
        constraint resource_person_fk foreign key (person_id) references person (id),
        constraint resource_kind_known check (kind in ('room', 'equipment', 'person')),
        constraint resource_person_is_nobodys check (case kind
          when 'person' then organisation_id = '${NOBODY}' and person_id is not null and person_id = id and site_id is null and name is null
          else organisation_id <> '${NOBODY}' and person_id is null and site_id is not null and name is not null end),
        constraint resource_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 200),
        constraint resource_seats_counted check (seats between 1 and 10000),
        constraint resource_shared_by_seats check (not shared or seats is not null));
      create unique index resource_name_uq on resource (organisation_id, site_id, lower(name)) where archived_at is null and kind <> 'person';
      ${protect('resource', { rights: ['select', 'insert', 'update'], visible: 'organisation_id = any ((select app.organisations())::uuid[]) or person_id = (select app.person())', writable: 'organisation_id = any ((select app.organisations())::uuid[])' })}

      -- Directed, so that a one-way bus can be told; claims check people and equipment against both neighbours.
      create table travel_time (
        organisation_id uuid not null, from_site_id uuid not null, to_site_id uuid not null, minutes integer not null,
        constraint travel_time_pk primary key (organisation_id, from_site_id, to_site_id),
        constraint travel_time_from_fk foreign key (organisation_id, from_site_id) references site (organisation_id, id),
        constraint travel_time_to_fk foreign key (organisation_id, to_site_id) references site (organisation_id, id),
        constraint travel_time_between_two check (from_site_id <> to_site_id),
        constraint travel_time_within_half_a_day check (minutes between 1 and 720));
      ${protect('travel_time')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table travel_time, resource');
  }
}
