import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { protect } from '../tenancy.js';

const OWN_OR_MINE = 'organisation_id = any ((select app.organisations())::uuid[]) or person_id = (select app.person())';
const OWN = 'organisation_id = any ((select app.organisations())::uuid[])';

/** Whatever happens is an occurrence; who is concerned is an attendee; what it takes is a reservation that PostgreSQL keeps from overlapping. */
export class OccurrencesAndReservations1795300000201 implements MigrationInterface {
  name = 'OccurrencesAndReservations1795300000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table occurrence (
        id uuid not null default uuidv7(), organisation_id uuid not null, kind text not null, state text not null default 'planned',
        local_date date not null, local_time time not null, zone text not null, starts_at timestamptz not null, ends_at timestamptz not null,
        site_organisation_id uuid, site_id uuid, held_until timestamptz,
        uid text not null default gen_random_uuid()::text, series_id uuid, moved_by_hand boolean not null default false,
        version integer not null default 1, timing_version integer not null default 1, sequence integer not null default 0,
        created_by uuid, created_at timestamptz not null default app.now(),
        constraint occurrence_pk primary key (id),
        constraint occurrence_organisation_id_uq unique (organisation_id, id),
        constraint occurrence_uid_uq unique (uid),
        constraint occurrence_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint occurrence_site_fk foreign key (site_organisation_id, site_id) references site (organisation_id, id),
        constraint occurrence_site_whole check ((site_id is null) = (site_organisation_id is null)),
        constraint occurrence_kind_shown check (kind ~ '^[a-z]+(-[a-z]+)*$'),
        constraint occurrence_state_known check (state in ('tentative', 'planned', 'done', 'cancelled')),
        -- A hold that expired is cancelled and keeps its end, so that who comes late can be told.
        constraint occurrence_hold_ends check (case state when 'tentative' then held_until is not null when 'cancelled' then true else held_until is null end),
        constraint occurrence_bounded check (ends_at > starts_at and ends_at - starts_at <= interval '24 hours'
          and starts_at >= '2000-01-01Z' and ends_at < '2100-01-01Z'),
        constraint occurrence_counters_rise check (version >= 1 and timing_version >= 1 and sequence >= 0));
      create index occurrence_organisation_start on occurrence (organisation_id, starts_at);
      create index occurrence_site_start on occurrence (site_id, starts_at) where state in ('tentative', 'planned');
      create index occurrence_series on occurrence (series_id) where series_id is not null;
      create index occurrence_held on occurrence (held_until) where state = 'tentative';
      ${protect('occurrence', { rights: ['select', 'insert', 'update'] })}

      -- What people read about it, so that nobody below needs to know a course or a cohort.
      create table occurrence_card (
        organisation_id uuid not null, occurrence_id uuid not null, language text not null,
        title text not null, place text, link text, bring text,
        constraint occurrence_card_pk primary key (occurrence_id, language),
        constraint occurrence_card_occurrence_fk foreign key (organisation_id, occurrence_id) references occurrence (organisation_id, id),
        constraint occurrence_card_language_known check (language in ('fr', 'nl', 'de', 'en')),
        constraint occurrence_card_title_shown check (title ~ '\\S' and title !~ '[[:cntrl:]]' and length(title) <= 200),
        constraint occurrence_card_link_web check (link ~ '^https?://[^[:space:]]+$' and length(link) <= 2000));
      ${protect('occurrence_card')}

      -- The only list of who is concerned: agendas, feeds, reminders and rosters read it.
      create table attendee (
        organisation_id uuid not null, occurrence_id uuid not null, person_id uuid not null, part text not null, state text not null default 'expected',
        since timestamptz not null default app.now(),
        constraint attendee_pk primary key (occurrence_id, person_id, part),
        constraint attendee_occurrence_fk foreign key (organisation_id, occurrence_id) references occurrence (organisation_id, id),
        constraint attendee_person_fk foreign key (person_id) references person (id),
        constraint attendee_part_known check (part in ('learner', 'trainer', 'expert', 'invigilator', 'staff')),
        constraint attendee_state_known check (state in ('expected', 'declined', 'excused')));
      create index attendee_person on attendee (person_id);
      ${protect('attendee', { visible: OWN_OR_MINE, writable: OWN })}
    `);
    await runner.query(`
      create table reservation (
        id uuid not null default uuidv7(), organisation_id uuid not null, resource_organisation_id uuid not null, resource_id uuid not null,
        occurrence_id uuid, during tstzrange not null, units int4multirange not null default '{(,)}',
        part text not null, binding boolean not null default true, expires_at timestamptz,
        constraint reservation_pk primary key (id),
        constraint reservation_resource_fk foreign key (resource_organisation_id, resource_id) references resource (organisation_id, id),
        constraint reservation_occurrence_fk foreign key (organisation_id, occurrence_id) references occurrence (organisation_id, id),
        constraint reservation_part_known check (part in ('learner', 'trainer', 'expert', 'invigilator', 'staff', 'room', 'equipment', 'hold')),
        constraint reservation_only_learners_yield check (binding or part = 'learner'),
        constraint reservation_units_some check (not isempty(units)),
        -- An empty range passes an exclusion constraint; the zone is written out, because a bound without one depends on who migrates.
        constraint reservation_bounded check (not isempty(during) and not lower_inf(during) and not upper_inf(during)
          and upper(during) - lower(during) <= interval '24 hours' and lower(during) >= '2000-01-01Z' and upper(during) < '2100-01-01Z'
          and lower_inc(during) and not upper_inc(during)),
        constraint reservation_no_overlap exclude using gist (resource_id with =, during with &&, units with &&) where (binding));
      create index reservation_occurrence on reservation (occurrence_id);
      create index reservation_expiring on reservation (resource_id, expires_at) where expires_at is not null;
      create index reservation_yielding on reservation (organisation_id, lower(during)) where not binding;
      ${protect('reservation', {
        rights: ['select', 'insert', 'update', 'delete'],
        visible: `${OWN} or resource_organisation_id = any ((select app.organisations())::uuid[]) or resource_id = (select app.person())`,
        writable: OWN,
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reservation, attendee, occurrence_card, occurrence');
  }
}
