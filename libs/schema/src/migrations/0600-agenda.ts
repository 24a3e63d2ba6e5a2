import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { DECLARED_PERSON, protect } from '../tenancy.js';

const OWN = 'organisation_id = any ((select app.organisations())::uuid[])';
const OWN_OR_MINE = `${OWN} or person_id = ${DECLARED_PERSON}`;

/** What an agenda keeps of its own: absences that were announced, attendance that was taken, and when a person last looked. */
export class Agenda1795300000600 implements MigrationInterface {
  name = 'Agenda1795300000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an occurrence belongs to (a cohort), known below by its id alone; and when calendars last had something to hear.
      alter table occurrence add column scope_id uuid, add column changed_at timestamptz not null default app.now();
      create index occurrence_scope on occurrence (scope_id) where scope_id is not null;
      create function app.touch_occurrence() returns trigger language plpgsql set search_path = '' as $$ begin
        new.changed_at := app.now();
        return new;
      end $$;
      create trigger occurrence_touched before update on occurrence for each row when (old.sequence is distinct from new.sequence) execute function app.touch_occurrence();

      -- An agenda asks for the room and the staff of each of its items, never for the other learners.
      create index reservation_room on reservation (occurrence_id) where part = 'room';
      create index attendee_staff on attendee (occurrence_id) where part <> 'learner';
    `);
    await runner.query(`
      -- Half-days of the wall, and the instants that they mean. Why is one word of a list: no diagnosis is asked or stored.
      create table absence_notice (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null,
        first_day date not null, first_half text not null, last_day date not null, last_half text not null, during tstzrange not null,
        reason text not null, state text not null default 'to-justify', version integer not null default 1,
        announced_by uuid, announced_at timestamptz not null default app.now(), decided_by uuid, decided_at timestamptz,
        constraint absence_notice_pk primary key (id),
        constraint absence_notice_organisation_id_uq unique (organisation_id, id),
        constraint absence_notice_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint absence_notice_person_fk foreign key (person_id) references person (id),
        constraint absence_notice_halves_known check (first_half in ('morning', 'afternoon') and last_half in ('morning', 'afternoon')),
        constraint absence_notice_reason_known check (reason in ('ill', 'family', 'appointment', 'work', 'transport', 'other')),
        constraint absence_notice_state_known check (state in ('to-justify', 'justified', 'unjustified', 'withdrawn')),
        constraint absence_notice_decided_dated check ((state in ('justified', 'unjustified')) = (decided_at is not null)),
        constraint absence_notice_bounded check (not isempty(during) and not lower_inf(during) and not upper_inf(during) and lower_inc(during) and not upper_inc(during)
          and upper(during) - lower(during) <= interval '93 days' and lower(during) >= '2000-01-01Z' and upper(during) < '2100-01-01Z'));
      create index absence_notice_person on absence_notice (person_id, announced_at);
      create index absence_notice_open on absence_notice (organisation_id, announced_at) where state = 'to-justify';
      ${protect('absence_notice', { rights: ['select', 'insert', 'update'], visible: OWN_OR_MINE, writable: OWN })}

      -- Never changed: a correction is a new mark that names the one it corrects, so the history of each unit is one line.
      create table attendance_mark (
        id uuid not null default uuidv7(), organisation_id uuid not null, occurrence_id uuid not null, person_id uuid not null, unit integer not null,
        status text not null, minutes_late integer, source text not null default 'staff', recorded_by uuid, recorded_at timestamptz not null default app.now(), supersedes uuid,
        constraint attendance_mark_pk primary key (id),
        constraint attendance_mark_organisation_id_uq unique (organisation_id, id),
        constraint attendance_mark_occurrence_fk foreign key (organisation_id, occurrence_id) references occurrence (organisation_id, id),
        constraint attendance_mark_person_fk foreign key (person_id) references person (id),
        constraint attendance_mark_supersedes_fk foreign key (organisation_id, supersedes) references attendance_mark (organisation_id, id),
        constraint attendance_mark_superseded_once unique (supersedes),
        constraint attendance_mark_unit_counted check (unit between 1 and 4),
        constraint attendance_mark_status_known check (status in ('present', 'late', 'excused', 'absent')),
        constraint attendance_mark_late_minutes check (minutes_late is null or (status = 'late' and minutes_late between 1 and 720)),
        constraint attendance_mark_source_known check (source in ('staff', 'self', 'import')));
      create unique index attendance_mark_first_uq on attendance_mark (occurrence_id, person_id, unit) where supersedes is null;
      create index attendance_mark_person on attendance_mark (person_id);
      ${protect('attendance_mark', { rights: ['select', 'insert'], visible: OWN_OR_MINE, writable: OWN })}

      -- Since when changes of the own agenda are news. No tenant row: one human, one agenda.
      create table agenda_visit (
        person_id uuid not null, seen_at timestamptz not null default app.now(),
        constraint agenda_visit_pk primary key (person_id),
        constraint agenda_visit_person_fk foreign key (person_id) references person (id));
      ${protect('agenda_visit', { rights: ['select', 'insert', 'update'], visible: `person_id = ${DECLARED_PERSON}` })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table agenda_visit, attendance_mark, absence_notice;
      drop index attendee_staff, reservation_room;
      drop trigger occurrence_touched on occurrence; drop function app.touch_occurrence();
      alter table occurrence drop column scope_id, drop column changed_at`);
  }
}
