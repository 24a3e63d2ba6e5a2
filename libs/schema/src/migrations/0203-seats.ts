import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Seats are counted under a lock on their pool. A class is a quota; "open" holds what no quota keeps. */
export class Seats1795300000203 implements MigrationInterface {
  name = 'Seats1795300000203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table seat_pool (
        id uuid not null default uuidv7(), organisation_id uuid not null, subject_kind text not null, subject_id uuid not null,
        version integer not null default 1,
        constraint seat_pool_pk primary key (id),
        constraint seat_pool_organisation_id_uq unique (organisation_id, id),
        constraint seat_pool_subject_uq unique (organisation_id, subject_kind, subject_id),
        constraint seat_pool_organisation_fk foreign key (organisation_id) references organisation (id));
      ${protect('seat_pool')}

      create table seat_class (
        organisation_id uuid not null, pool_id uuid not null, name text not null, capacity integer not null,
        constraint seat_class_pk primary key (pool_id, name),
        constraint seat_class_pool_fk foreign key (organisation_id, pool_id) references seat_pool (organisation_id, id),
        constraint seat_class_name_shown check (name ~ '^[a-z][a-z0-9-]{0,49}$'),
        constraint seat_class_capacity_counted check (capacity between 0 and 1000000));
      ${protect('seat_class')}

      create table seat (
        organisation_id uuid not null, pool_id uuid not null, person_id uuid not null, class text not null,
        state text not null default 'taken', expires_at timestamptz, since timestamptz not null default app.now(),
        constraint seat_pk primary key (pool_id, person_id),
        constraint seat_pool_fk foreign key (organisation_id, pool_id) references seat_pool (organisation_id, id),
        constraint seat_class_fk foreign key (pool_id, class) references seat_class (pool_id, name),
        constraint seat_person_fk foreign key (person_id) references person (id),
        constraint seat_state_known check (state in ('taken', 'offered')),
        constraint seat_offer_ends check ((state = 'offered') = (expires_at is not null)));
      create index seat_person on seat (person_id);
      create index seat_expiring on seat (expires_at) where expires_at is not null;
      ${protect('seat', { visible: 'organisation_id = any ((select app.organisations())::uuid[]) or person_id = (select app.person())', writable: 'organisation_id = any ((select app.organisations())::uuid[])' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seat, seat_class, seat_pool');
  }
}
