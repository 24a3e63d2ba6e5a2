import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Meetings of a cohort: what is particular to a session beside its occurrence, the rules they were made by, and what became of them. */
export class Sessions1795300000551 implements MigrationInterface {
  name = 'Sessions1795300000551';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session_series (
        id uuid not null default uuidv7(), organisation_id uuid not null, cohort_id uuid not null, group_id uuid, rule jsonb not null,
        created_by uuid, created_at timestamptz not null default app.now(),
        constraint session_series_pk primary key (id),
        constraint session_series_organisation_id_uq unique (organisation_id, id),
        constraint session_series_cohort_fk foreign key (organisation_id, cohort_id) references cohort (organisation_id, id),
        constraint session_series_group_fk foreign key (organisation_id, cohort_id, group_id) references cohort_group (organisation_id, cohort_id, id));
      create index session_series_cohort on session_series (cohort_id);
      ${protect('session_series', { rights: ['select', 'insert'] })}

      create table cohort_session (
        occurrence_id uuid not null, organisation_id uuid not null, cohort_id uuid not null, series_id uuid, group_id uuid, module_id uuid,
        constraint cohort_session_pk primary key (occurrence_id),
        constraint cohort_session_organisation_id_uq unique (organisation_id, occurrence_id),
        constraint cohort_session_occurrence_fk foreign key (organisation_id, occurrence_id) references occurrence (organisation_id, id),
        constraint cohort_session_cohort_fk foreign key (organisation_id, cohort_id) references cohort (organisation_id, id),
        constraint cohort_session_series_fk foreign key (organisation_id, series_id) references session_series (organisation_id, id),
        constraint cohort_session_group_fk foreign key (organisation_id, cohort_id, group_id) references cohort_group (organisation_id, cohort_id, id),
        constraint cohort_session_module_fk foreign key (organisation_id, module_id) references course_module (organisation_id, id));
      create index cohort_session_cohort on cohort_session (cohort_id);
      create index cohort_session_series on cohort_session (series_id);
      ${protect('cohort_session', { rights: ['select', 'insert', 'update'] })}

      create table session_lesson (
        organisation_id uuid not null, occurrence_id uuid not null, lesson_id uuid not null, position integer not null,
        constraint session_lesson_pk primary key (occurrence_id, lesson_id),
        constraint session_lesson_session_fk foreign key (organisation_id, occurrence_id) references cohort_session (organisation_id, occurrence_id),
        constraint session_lesson_lesson_fk foreign key (organisation_id, lesson_id) references lesson (organisation_id, id));
      create index session_lesson_lesson on session_lesson (lesson_id);
      ${protect('session_lesson')}

      -- What was done to which sessions, and how they were before: history, and the way back. Ids and times only.
      create table session_change (
        id uuid not null default uuidv7(), organisation_id uuid not null, cohort_id uuid not null, kind text not null, following boolean not null default false,
        actor_id uuid, at timestamptz not null default app.now(), before jsonb not null, undone_at timestamptz, undone_by uuid,
        constraint session_change_pk primary key (id),
        constraint session_change_cohort_fk foreign key (organisation_id, cohort_id) references cohort (organisation_id, id),
        constraint session_change_kind_known check (kind in ('moved', 'cancelled', 'substituted')),
        constraint session_change_undone_whole check (undone_by is null or undone_at is not null));
      create index session_change_cohort on session_change (cohort_id, id);
      ${protect('session_change', { rights: ['select', 'insert', 'update'] })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session_change, session_lesson, cohort_session, session_series');
  }
}
