import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** What learners have done of courses. By identity: a lesson done stays done when its cohort moves to a newer version. */
export class Learning1795300000510 implements MigrationInterface {
  name = 'Learning1795300000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lesson_done (
        organisation_id uuid not null, person_id uuid not null, lesson_identity uuid not null, at timestamptz not null default app.now(),
        constraint lesson_done_pk primary key (organisation_id, person_id, lesson_identity),
        constraint lesson_done_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint lesson_done_person_fk foreign key (person_id) references person (id));
      create index lesson_done_lesson on lesson_done (lesson_identity);
      ${protect('lesson_done', { rights: ['select', 'insert', 'delete'] })}

      create table quiz_attempt (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null, activity_identity uuid not null, activity_id uuid not null,
        -- For each question the answers that were chosen, in order.
        answers jsonb not null, right_count integer not null, question_count integer not null, at timestamptz not null default app.now(),
        constraint quiz_attempt_pk primary key (id),
        constraint quiz_attempt_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint quiz_attempt_person_fk foreign key (person_id) references person (id),
        constraint quiz_attempt_activity_fk foreign key (organisation_id, activity_id) references activity (organisation_id, id) on delete cascade,
        constraint quiz_attempt_counts check (right_count between 0 and question_count));
      create index quiz_attempt_of_person on quiz_attempt (person_id, activity_identity);
      create index quiz_attempt_activity on quiz_attempt (activity_id);
      ${protect('quiz_attempt', { rights: ['select', 'insert'] })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table quiz_attempt, lesson_done');
  }
}
