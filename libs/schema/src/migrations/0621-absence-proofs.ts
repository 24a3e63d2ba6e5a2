import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { DECLARED_PERSON, protect } from '../tenancy.js';

const OWN = 'organisation_id = any ((select app.organisations())::uuid[])';

/** Photos of the paper that proves an absence. They belong to the human: seen by him and by who decides, gone with him. */
export class AbsenceProofs1795300000621 implements MigrationInterface {
  name = 'AbsenceProofs1795300000621';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table absence_proof (
        -- Random: it stands in addresses.
        id uuid not null, organisation_id uuid not null, absence_id uuid not null, person_id uuid not null,
        media_type text not null, width integer not null, height integer not null, bytes bytea not null, added_by uuid, added_at timestamptz not null default app.now(),
        constraint absence_proof_pk primary key (id),
        constraint absence_proof_absence_fk foreign key (organisation_id, absence_id) references absence_notice (organisation_id, id),
        constraint absence_proof_person_fk foreign key (person_id) references person (id),
        constraint absence_proof_small check (length(bytes) between 1 and 5000000),
        constraint absence_proof_type_known check (media_type in ('image/png', 'image/jpeg', 'image/webp')));
      create index absence_proof_of on absence_proof (absence_id);
      create index absence_proof_person on absence_proof (person_id);
      ${protect('absence_proof', { rights: ['select', 'insert', 'delete'], visible: `${OWN} or person_id = ${DECLARED_PERSON}`, writable: OWN })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table absence_proof');
  }
}
