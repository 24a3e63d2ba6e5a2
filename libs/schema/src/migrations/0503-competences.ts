import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Competence frameworks that an organisation loaded, and the skills that versions of courses give and ask for. */
export class Competences1795300000503 implements MigrationInterface {
  name = 'Competences1795300000503';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table competence (
        organisation_id uuid not null, framework text not null, code text not null, kind text not null,
        constraint competence_pk primary key (organisation_id, framework, code),
        constraint competence_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint competence_framework_known check (framework in ('digcomp', 'esco')),
        constraint competence_kind_known check (kind in ('area', 'competence', 'skill', 'knowledge')));
      ${protect('competence')}

      create table competence_text (
        organisation_id uuid not null, framework text not null, code text not null, language text not null, label text not null, description text not null default '',
        constraint competence_text_pk primary key (organisation_id, framework, code, language),
        constraint competence_text_competence_fk foreign key (organisation_id, framework, code) references competence (organisation_id, framework, code) on delete cascade,
        constraint competence_text_label_shown check (label ~ '\\S' and length(label) <= 500));
      ${protect('competence_text')}

      -- By code and not by key of the framework: a course keeps its skills where the framework was not loaded (yet).
      create table course_skill (
        organisation_id uuid not null, version_id uuid not null, framework text not null, code text not null, role text not null, level integer,
        constraint course_skill_pk primary key (version_id, framework, code, role),
        constraint course_skill_version_fk foreign key (organisation_id, version_id) references course_version (organisation_id, id) on delete cascade,
        constraint course_skill_framework_known check (framework in ('digcomp', 'esco')),
        constraint course_skill_role_known check (role in ('gives', 'requires')),
        constraint course_skill_level_known check (level between 1 and 8));
      ${protect('course_skill')}
      create trigger course_skill_kept before insert or update or delete on course_skill for each row execute function app.keep_published();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table course_skill, competence_text, competence');
  }
}
