import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recovery_code, second_factor');
  }
}
