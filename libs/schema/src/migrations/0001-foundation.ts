import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE, definer, protect } from '../tenancy.js';

/** Time, the declared actor, and the change log with its work rows. */
export class Foundation1795300000001 implements MigrationInterface {
  name = 'Foundation1795300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;
      create schema app;
      grant usage on schema app to ${APP_ROLE};

      -- Tests move the database's clock here; the application role has no right on this table.
      create table app.clock_offset (
        only_row boolean default true, ahead interval not null,
        constraint clock_offset_pk primary key (only_row), constraint clock_offset_one_row check (only_row));
      create function app.now() returns timestamptz language sql stable security definer set search_path = ''
        return clock_timestamp() + coalesce((select ahead from app.clock_offset), interval '0');
      ${definer('app.now()')}

      create function app.organisations() returns uuid[] language sql stable set search_path = ''
        return coalesce(nullif(current_setting('app.organisations', true), '')::uuid[], '{}');
      create function app.person() returns uuid language sql stable set search_path = ''
        return nullif(current_setting('app.person', true), '')::uuid;
      ${definer('app.organisations()')} ${definer('app.person()')}
    `);
    await runner.query(`
      create table change (
        id uuid not null default uuidv7(), at timestamptz not null default app.now(),
        organisation_id uuid, subject_kind text not null, subject_id uuid not null, version integer, kind text not null,
        person_id uuid, actor_id uuid, request_id text, data jsonb not null default '{}',
        constraint change_pk primary key (at, id)
      ) partition by range (at);
      create index change_subject on change (subject_kind, subject_id, at);
      create table change_default partition of change default;
      ${protect('change', {
        rights: ['select', 'insert'],
        visible: 'organisation_id = any ((select app.organisations())::uuid[]) or person_id = (select app.person())',
        writable: 'organisation_id is null or organisation_id = any ((select app.organisations())::uuid[])',
      })}

      -- Which consumer listens to which kinds of subject; workers write it when they start.
      create table change_consumer (
        name text not null, subject_kinds text[] not null,
        constraint change_consumer_pk primary key (name));
      grant select, insert, update, delete on change_consumer to ${APP_ROLE};

      -- "Recompute from the truth": taken under a lock on the subject, deleted when done, never updated in place of an insert.
      -- "at" is the instant of the change itself, by which its line in the log is found again.
      create table change_work (
        id uuid not null default uuidv7(), consumer text not null, organisation_id uuid,
        subject_kind text not null, subject_id uuid not null, change_kind text not null, change_id uuid not null,
        at timestamptz not null, not_before timestamptz not null default app.now(),
        attempts integer not null default 0, last_error text,
        constraint change_work_pk primary key (id));
      create index change_work_due on change_work (consumer, not_before);
      create index change_work_subject on change_work (consumer, subject_kind, subject_id);
      ${protect('change_work', { rights: ['insert'], visible: 'false', writable: 'organisation_id is null or organisation_id = any ((select app.organisations())::uuid[])' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table change_work, change_consumer, change; drop schema app cascade');
  }
}
