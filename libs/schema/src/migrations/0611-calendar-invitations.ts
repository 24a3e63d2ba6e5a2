import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Whom mail has put something into the calendar of: only who has it must hear of moves and of the end. */
export class CalendarInvitations1795300000611 implements MigrationInterface {
  name = 'CalendarInvitations1795300000611';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_invitation (
        organisation_id uuid not null, occurrence_id uuid not null, person_id uuid not null, state text not null default 'invited', told_at timestamptz not null default app.now(),
        constraint calendar_invitation_pk primary key (occurrence_id, person_id),
        constraint calendar_invitation_occurrence_fk foreign key (organisation_id, occurrence_id) references occurrence (organisation_id, id),
        constraint calendar_invitation_person_fk foreign key (person_id) references person (id),
        constraint calendar_invitation_state_known check (state in ('invited', 'withdrawn')));
      create index calendar_invitation_person on calendar_invitation (person_id);
      ${protect('calendar_invitation')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_invitation');
  }
}
