import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

const OWN_OR_MY_RESOURCE = 'organisation_id = any ((select app.organisations())::uuid[]) or resource_id = (select app.person())';
const OWN = 'organisation_id = any ((select app.organisations())::uuid[])';

/** What makes someone or something unavailable. Rows that may overlap anything: claims refuse against them. */
export class Unavailability1795300000202 implements MigrationInterface {
  name = 'Unavailability1795300000202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why a person is on leave is nobody's business: only things carry a label.
      create table unavailability (
        id uuid not null default uuidv7(), organisation_id uuid not null, resource_organisation_id uuid not null, resource_id uuid not null,
        kind text not null, during tstzrange not null, label text, source text not null default 'entered', source_ref text,
        version integer not null default 1, entered_by uuid, created_at timestamptz not null default app.now(),
        constraint unavailability_pk primary key (id),
        constraint unavailability_resource_fk foreign key (resource_organisation_id, resource_id) references resource (organisation_id, id),
        constraint unavailability_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint unavailability_kind_known check (kind in ('leave', 'busy', 'loan', 'blocked')),
        constraint unavailability_label_on_things check (label is null or (kind in ('loan', 'blocked') and label ~ '\\S' and label !~ '[[:cntrl:]]' and length(label) <= 200)),
        constraint unavailability_source_once unique (organisation_id, resource_id, source, source_ref),
        constraint unavailability_bounded check (not isempty(during) and not lower_inf(during) and not upper_inf(during)
          and upper(during) - lower(during) <= interval '1830 days' and lower(during) >= '2000-01-01Z' and upper(during) < '2100-01-01Z'
          and lower_inc(during) and not upper_inc(during)));
      create index unavailability_during on unavailability using gist (resource_id, during);
      ${protect('unavailability', { visible: OWN_OR_MY_RESOURCE, writable: OWN })}

      -- Days are days on the wall of the site; public holidays are computed, so that no year is forgotten.
      create table closure_calendar (
        id uuid not null default uuidv7(), organisation_id uuid not null, name text not null, public_holidays text, community text,
        version integer not null default 1, created_at timestamptz not null default app.now(), archived_at timestamptz,
        constraint closure_calendar_pk primary key (id),
        constraint closure_calendar_organisation_id_uq unique (organisation_id, id),
        constraint closure_calendar_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint closure_calendar_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 200),
        constraint closure_calendar_holidays_known check (public_holidays in ('BE')),
        constraint closure_calendar_community_known check (community in ('fr', 'nl', 'de')));
      create unique index closure_calendar_name_uq on closure_calendar (organisation_id, lower(name)) where archived_at is null;
      ${protect('closure_calendar', { rights: ['select', 'insert', 'update'] })}

      -- "open" makes an exception of a day on which this calendar would be closed.
      create table closure (
        id uuid not null default uuidv7(), organisation_id uuid not null, calendar_id uuid not null, kind text not null default 'closed',
        starts_on date not null, ends_on date not null, name text not null, uid text not null,
        constraint closure_pk primary key (id),
        constraint closure_uid_uq unique (calendar_id, uid),
        constraint closure_calendar_fk foreign key (organisation_id, calendar_id) references closure_calendar (organisation_id, id),
        constraint closure_kind_known check (kind in ('closed', 'open')),
        constraint closure_bounded check (ends_on >= starts_on and ends_on - starts_on <= 366 and starts_on >= '2000-01-01' and ends_on < '2100-01-01'),
        constraint closure_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 200));
      create index closure_calendar_days on closure (calendar_id, starts_on);
      ${protect('closure')}

      create table site_calendar (
        organisation_id uuid not null, site_id uuid not null, calendar_id uuid not null,
        constraint site_calendar_pk primary key (site_id, calendar_id),
        constraint site_calendar_site_fk foreign key (organisation_id, site_id) references site (organisation_id, id),
        constraint site_calendar_calendar_fk foreign key (organisation_id, calendar_id) references closure_calendar (organisation_id, id));
      create index site_calendar_calendar on site_calendar (calendar_id);
      ${protect('site_calendar')}
    `);
    await runner.query(`
      -- What a person offers to one organisation: week after week, with exceptions by date. Replaced as a whole, hence one version.
      create table availability (
        organisation_id uuid not null, person_id uuid not null, zone text not null, version integer not null default 1,
        constraint availability_pk primary key (organisation_id, person_id),
        constraint availability_person_fk foreign key (person_id) references person (id),
        constraint availability_organisation_fk foreign key (organisation_id) references organisation (id));
      create table availability_rule (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null,
        weekday integer not null, opens time not null, closes time not null, from_date date, until_date date,
        constraint availability_rule_pk primary key (id),
        constraint availability_rule_availability_fk foreign key (organisation_id, person_id) references availability (organisation_id, person_id) on delete cascade,
        constraint availability_rule_weekday check (weekday between 1 and 7),
        constraint availability_rule_forward check (closes > opens),
        constraint availability_rule_dates check (until_date >= from_date));
      create index availability_rule_person on availability_rule (organisation_id, person_id);
      create table availability_exception (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null,
        on_date date not null, opens time, closes time,
        constraint availability_exception_pk primary key (id),
        constraint availability_exception_availability_fk foreign key (organisation_id, person_id) references availability (organisation_id, person_id) on delete cascade,
        constraint availability_exception_whole check ((opens is null) = (closes is null) and (opens is null or closes > opens)));
      create index availability_exception_person on availability_exception (organisation_id, person_id, on_date);
      ${['availability', 'availability_rule', 'availability_exception'].map((table) => protect(table, { visible: `${OWN} or person_id = (select app.person())`, writable: OWN })).join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table availability_exception, availability_rule, availability, site_calendar, closure, closure_calendar, unavailability');
  }
}
