import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

/** Imports of lists of people: the file while it is needed, how far it is read, what was wrong with it, and the columns remembered. */
export class PeopleImport1795300000151 implements MigrationInterface {
  name = 'PeopleImport1795300000151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table people_import (
        id uuid not null default uuidv7(), organisation_id uuid not null, state text not null default 'uploaded',
        file_name text not null, file_digest bytea not null, sheet text, header jsonb not null,
        wishes jsonb not null default '{}', dry_run boolean not null default false, cancel_asked boolean not null default false,
        rows_total integer, line integer not null default 0,
        rows_read integer not null default 0, added integer not null default 0, known integer not null default 0, skipped integer not null default 0,
        refusal jsonb, created_by uuid, created_at timestamptz not null default app.now(), started_at timestamptz, finished_at timestamptz,
        constraint people_import_pk primary key (id),
        constraint people_import_organisation_id_uq unique (organisation_id, id),
        constraint people_import_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint people_import_state_known check (state in ('uploaded', 'waiting', 'running', 'done', 'cancelled', 'refused')),
        constraint people_import_sums check (rows_read = added + known + skipped),
        constraint people_import_file_sha256 check (length(file_digest) = 32),
        constraint people_import_file_name_shown check (file_name ~ '\\S' and file_name !~ '[[:cntrl:]]' and length(file_name) <= 200));
      create index people_import_list on people_import (organisation_id, id);
      ${protect('people_import', { rights: ['select', 'insert', 'update'] })}

      create table people_import_fault (
        organisation_id uuid not null, import_id uuid not null, line integer not null, number integer not null,
        field text, cell text, reason text not null, "values" jsonb not null default '{}',
        constraint people_import_fault_pk primary key (import_id, line, number),
        constraint people_import_fault_import_fk foreign key (organisation_id, import_id) references people_import (organisation_id, id));
      ${protect('people_import_fault', { rights: ['select', 'insert', 'delete'] })}

      -- The file itself, until the import is over: any worker can take up what another one left.
      create table people_import_chunk (
        organisation_id uuid not null, import_id uuid not null, number integer not null, bytes bytea not null,
        constraint people_import_chunk_pk primary key (import_id, number),
        constraint people_import_chunk_import_fk foreign key (organisation_id, import_id) references people_import (organisation_id, id));
      ${protect('people_import_chunk', { rights: ['select', 'insert', 'delete'] })}

      create table column_mapping (
        organisation_id uuid not null, kind text not null, header_key bytea not null, mapping jsonb not null, used_at timestamptz not null default app.now(),
        constraint column_mapping_pk primary key (organisation_id, kind, header_key),
        constraint column_mapping_organisation_fk foreign key (organisation_id) references organisation (id));
      ${protect('column_mapping', { rights: ['select', 'insert', 'update', 'delete'] })}

      -- For commands of the installation, where an organisation is named by whoever sits at the server.
      create function app.organisations_named(wanted text) returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select o.id, o.name from organisation o where o.archived_at is null and (o.id::text = lower(wanted) or app.fold(o.name) = app.fold(wanted)) order by o.id;
      end;
      ${definer('app.organisations_named(text)')}

      -- Only the owner of a table may have it analysed; nothing is read or told beyond what the planner keeps.
      create function app.note_growth_of_people() returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        analyze profile, membership;
      end $$;
      ${definer('app.note_growth_of_people()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.note_growth_of_people, app.organisations_named; drop table column_mapping, people_import_chunk, people_import_fault, people_import');
  }
}
