import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Images of courses: immutable, by their content, once an organisation; and where each version shows them. */
export class CourseFiles1795300000501 implements MigrationInterface {
  name = 'CourseFiles1795300000501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table course_file (
        -- Random: it stands in addresses.
        id uuid not null default gen_random_uuid(), organisation_id uuid not null, hash bytea not null,
        media_type text not null, width integer, height integer, bytes bytea not null, created_at timestamptz not null default app.now(),
        constraint course_file_pk primary key (id),
        constraint course_file_organisation_id_uq unique (organisation_id, id),
        constraint course_file_hash_uq unique (organisation_id, hash),
        constraint course_file_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint course_file_hash_of_bytes check (hash = sha256(bytes)),
        constraint course_file_small check (length(bytes) between 1 and 5000000),
        constraint course_file_type_known check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml')));
      ${protect('course_file', { rights: ['select', 'insert'] })}

      create table course_version_file (
        organisation_id uuid not null, version_id uuid not null, path text not null, file_id uuid not null,
        constraint course_version_file_pk primary key (version_id, path),
        constraint course_version_file_version_fk foreign key (organisation_id, version_id) references course_version (organisation_id, id) on delete cascade,
        constraint course_version_file_file_fk foreign key (organisation_id, file_id) references course_file (organisation_id, id),
        constraint course_version_file_path_inside check (path !~ '(^|/)[.][.](/|$)' and path !~ '^/' and path !~ '[[:cntrl:]]' and length(path) between 1 and 1000));
      create index course_version_file_file on course_version_file (file_id);
      ${protect('course_version_file')}
      create trigger course_version_file_kept before insert or update or delete on course_version_file for each row execute function app.keep_published();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table course_version_file, course_file');
  }
}
