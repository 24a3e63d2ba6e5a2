import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Uploaded courses: the archive while it is needed, what was found in it, and what became of it. */
export class CourseImports1795300000502 implements MigrationInterface {
  name = 'CourseImports1795300000502';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table course_import (
        id uuid not null default uuidv7(), organisation_id uuid not null, course_id uuid, state text not null default 'waiting',
        file_name text not null,
        -- Null until somebody has read what was found and says how to go on.
        wishes jsonb, cancel_asked boolean not null default false, share real not null default 0,
        counts jsonb, findings jsonb not null default '[]', plan jsonb, version_id uuid,
        created_by uuid, created_at timestamptz not null default app.now(), finished_at timestamptz,
        constraint course_import_pk primary key (id),
        constraint course_import_organisation_id_uq unique (organisation_id, id),
        constraint course_import_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint course_import_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
        constraint course_import_version_fk foreign key (organisation_id, version_id) references course_version (organisation_id, id),
        constraint course_import_state_known check (state in ('waiting', 'running', 'read', 'done', 'cancelled', 'refused')),
        constraint course_import_share check (share between 0 and 1),
        constraint course_import_file_name_shown check (file_name ~ '\\S' and file_name !~ '[[:cntrl:]]' and length(file_name) <= 200));
      ${protect('course_import', { rights: ['select', 'insert', 'update'] })}

      create table course_import_chunk (
        organisation_id uuid not null, import_id uuid not null, number integer not null, bytes bytea not null,
        constraint course_import_chunk_pk primary key (import_id, number),
        constraint course_import_chunk_import_fk foreign key (organisation_id, import_id) references course_import (organisation_id, id));
      ${protect('course_import_chunk', { rights: ['select', 'insert', 'delete'] })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table course_import_chunk, course_import');
  }
}
