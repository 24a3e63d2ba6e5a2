import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

/** Whose series are sent as invitations by mail, and what of them stands in whose calendar as one recurring event. */
export class SeriesByMail1795300000681 implements MigrationInterface {
  name = 'SeriesByMail1795300000681';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A scope (a cohort, known here by its id alone) whose series are sent; without a row they come by subscription. The title is what the scope is called.
      create table calendar_scope (
        organisation_id uuid not null, scope_id uuid not null, title text not null, chosen_by uuid, chosen_at timestamptz not null default app.now(),
        constraint calendar_scope_pk primary key (organisation_id, scope_id),
        constraint calendar_scope_organisation_fk foreign key (organisation_id) references organisation (id));
      ${protect('calendar_scope')}

      -- The sessions of a series that begin at one time of day are one recurring event in the calendar of a person. Its sequence rises with every mail.
      create table calendar_strand (
        organisation_id uuid not null, series_id uuid not null, strand text not null, person_id uuid not null,
        state text not null default 'invited', sequence integer not null default 0, told_at timestamptz not null default app.now(), told_by uuid,
        constraint calendar_strand_pk primary key (organisation_id, series_id, strand, person_id),
        constraint calendar_strand_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint calendar_strand_person_fk foreign key (person_id) references person (id),
        constraint calendar_strand_state_known check (state in ('invited', 'withdrawn')));
      create index calendar_strand_person on calendar_strand (person_id);
      ${protect('calendar_strand')}

      -- Where an occurrence stands in the recurring event: the start at which it was first told is its name there for ever.
      alter table calendar_invitation add column strand text, add column slot timestamptz,
        add constraint calendar_invitation_slot_whole check ((strand is null) = (slot is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table calendar_invitation drop column strand, drop column slot;
      drop table calendar_strand, calendar_scope`);
  }
}
