import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

const OWN = 'person_id = (select app.person())';

/** The second factor and the codes that replace a lost device. */
export class SecondFactor1795300000112 implements MigrationInterface {
  name = 'SecondFactor1795300000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The secret is sealed with a key that is not in the database. last_step: a code works once.
      create table second_factor (
        person_id uuid not null, secret bytea not null, activated_at timestamptz, last_step bigint not null default 0,
        created_at timestamptz not null default app.now(),
        constraint second_factor_pk primary key (person_id),
        constraint second_factor_person_fk foreign key (person_id) references person (id));
      ${protect('second_factor', { visible: OWN })}

      create table recovery_code (
        person_id uuid not null, code_hash bytea not null, used_at timestamptz,
        constraint recovery_code_pk primary key (person_id, code_hash),
        constraint recovery_code_sha256 check (length(code_hash) = 32),
        constraint recovery_code_factor_fk foreign key (person_id) references second_factor (person_id) on delete cascade);
      ${protect('recovery_code', { visible: OWN })}

      -- The device and the codes are lost: a platform admin takes the second factor away, and every session with it. Answers whose it
      -- was; nothing where the address has none, or where who asks is no platform admin.
      create function app.remove_second_factor(address text) returns table (person_id uuid, email text)
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with gone as (
          delete from second_factor f using account a
          where a.person_id = f.person_id and lower(a.email) = lower(address) and exists (select from platform_admin p where p.person_id = app.person())
          returning a.person_id, a.email
        ), ended as (
          update session s set ended_at = app.now(), end_reason = 'second-factor-changed' from gone where s.person_id = gone.person_id and s.ended_at is null
        )
        select gone.person_id, gone.email from gone;
      end;
      ${definer('app.remove_second_factor(text)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.remove_second_factor; drop table recovery_code, second_factor');
  }
}
