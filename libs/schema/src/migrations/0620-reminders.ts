import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

/** When people are reminded: rules of an organisation, or of one scope in it (a cohort, known here by its id alone). */
export class Reminders1795300000620 implements MigrationInterface {
  name = 'Reminders1795300000620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The rules of one place are replaced as a whole, hence one version; without a row the defaults of the product hold.
      create table reminder_set (
        id uuid not null default uuidv7(), organisation_id uuid not null, scope_id uuid, version integer not null default 1,
        changed_by uuid, changed_at timestamptz not null default app.now(),
        constraint reminder_set_pk primary key (id),
        constraint reminder_set_organisation_id_uq unique (organisation_id, id),
        constraint reminder_set_place_uq unique nulls not distinct (organisation_id, scope_id),
        constraint reminder_set_organisation_fk foreign key (organisation_id) references organisation (id));
      ${protect('reminder_set', { rights: ['select', 'insert', 'update', 'delete'] })}

      create table reminder_rule (
        organisation_id uuid not null, set_id uuid not null, position integer not null, trigger text not null,
        kinds text[] not null default '{}', parts text[] not null default '{learner}', first_only boolean not null default false,
        amount integer, unit text, weekday integer, at_time time, notes jsonb not null default '{}',
        constraint reminder_rule_pk primary key (set_id, position),
        constraint reminder_rule_set_fk foreign key (organisation_id, set_id) references reminder_set (organisation_id, id) on delete cascade,
        constraint reminder_rule_trigger_known check (trigger in ('before', 'weekly')),
        constraint reminder_rule_unit_known check (unit in ('hours', 'days')),
        constraint reminder_rule_parts_known check (parts <@ '{learner,trainer,expert,invigilator,staff}'::text[] and cardinality(parts) > 0),
        constraint reminder_rule_whole check (case trigger
          when 'before' then amount between 1 and 720 and unit is not null and weekday is null and (at_time is null or unit = 'days')
          else weekday between 1 and 7 and at_time is not null and amount is null and unit is null and not first_only end));
      ${protect('reminder_rule')}
    `);
    await runner.query(`
      -- Organisations in which something takes place in the days after next, with the zone in which their week ends: whom the weekly digest may concern.
      create function app.organisations_with_a_week_ahead() returns table (organisation_id uuid, zone text)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select o.id, o.zone from organisation o where o.archived_at is null
          and exists (select from occurrence x where x.organisation_id = o.id and x.state = 'planned' and x.starts_at > app.now() and x.starts_at < app.now() + interval '14 days') $$;
      ${definer('app.organisations_with_a_week_ahead()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.organisations_with_a_week_ahead(); drop table reminder_rule, reminder_set');
  }
}
