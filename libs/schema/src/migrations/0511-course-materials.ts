import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Texts and notebooks beside a lesson's own text; quizzes that stand at a heading; and parts that somebody has removed here although the files still hold them. */
export class CourseMaterials1795300000511 implements MigrationInterface {
  name = 'CourseMaterials1795300000511';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity drop constraint activity_kind_known, add constraint activity_kind_known check (kind in ('assignment', 'material', 'quiz'));
      -- "heading": in the text, below its n-th heading, which is the same one in all languages.
      alter table activity drop constraint activity_moment_known, add constraint activity_moment_known check (moment in ('before', 'after', 'heading')),
        add column heading integer,
        add constraint activity_heading_counted check (heading between 1 and 1000),
        add constraint activity_heading_of_moment check ((moment is not distinct from 'heading') = (heading is not null));

      create table course_removal (
        organisation_id uuid not null, version_id uuid not null,
        -- "lesson:2-basics/1-data-types", as imports name what texts belong to.
        owner text not null, title text not null, removed_at timestamptz not null default app.now(),
        constraint course_removal_pk primary key (version_id, owner),
        constraint course_removal_version_fk foreign key (organisation_id, version_id) references course_version (organisation_id, id) on delete cascade,
        constraint course_removal_owner_named check (owner ~ '^(module|lesson|activity):'));
      ${protect('course_removal')}
      create trigger course_removal_kept before insert or update or delete on course_removal for each row execute function app.keep_published();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table course_removal;
      alter table activity drop constraint activity_heading_of_moment, drop constraint activity_heading_counted, drop column heading,
        drop constraint activity_moment_known, add constraint activity_moment_known check (moment in ('before', 'after')),
        drop constraint activity_kind_known, add constraint activity_kind_known check (kind in ('assignment', 'quiz'));
    `);
  }
}
