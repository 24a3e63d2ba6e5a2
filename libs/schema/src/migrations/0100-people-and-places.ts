import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

/** Organisations and their sites; persons (the human's own), profiles (what one organisation knows of them) and memberships. */
export class PeopleAndPlaces1795300000100 implements MigrationInterface {
  name = 'PeopleAndPlaces1795300000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organisation (
        id uuid not null default uuidv7(), name text not null, zone text not null default 'Europe/Brussels',
        languages text[] not null default '{fr,nl,de,en}', default_language text not null default 'fr',
        words jsonb not null default '{}', is_demo boolean not null default false,
        version integer not null default 1, created_at timestamptz not null default app.now(), archived_at timestamptz,
        constraint organisation_pk primary key (id),
        constraint organisation_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 200),
        constraint organisation_languages_known check (languages <@ '{fr,nl,de,en}'::text[] and cardinality(languages) > 0 and default_language = any (languages)));
      ${protect('organisation', { rights: ['select', 'insert', 'update'], visible: 'id = any ((select app.organisations())::uuid[])' })}

      create table site (
        id uuid not null default uuidv7(), organisation_id uuid not null, name text not null,
        street text, postal_code text, city text, country text not null default 'BE', directions text,
        zone text not null default 'Europe/Brussels', hosted_by text,
        version integer not null default 1, created_at timestamptz not null default app.now(), archived_at timestamptz,
        constraint site_pk primary key (id),
        constraint site_organisation_id_uq unique (organisation_id, id),
        constraint site_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint site_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 200));
      create unique index site_name_uq on site (organisation_id, name) where archived_at is null;
      ${protect('site', { rights: ['select', 'insert', 'update'] })}
    `);
    await runner.query(`
      -- Nothing but the identity: names and addresses are in profiles and accounts. Not a tenant row; seen through definer functions.
      create table person (
        id uuid not null default uuidv7(), merged_into uuid, claimed_at timestamptz, erased_at timestamptz,
        created_at timestamptz not null default app.now(),
        constraint person_pk primary key (id),
        constraint person_merged_into_fk foreign key (merged_into) references person (id),
        constraint person_not_into_itself check (merged_into <> id));
      ${protect('person', { rights: ['select', 'insert'], visible: 'id = (select app.person())', writable: 'true' })}

      create table profile (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null,
        given_name text not null, family_name text not null default '', email text, phone text, language text not null default 'fr',
        reference text, site_id uuid, joined_at timestamptz, email_key text, sort_name text not null default '', search_text text not null default '',
        version integer not null default 1, created_at timestamptz not null default app.now(), archived_at timestamptz,
        constraint profile_pk primary key (id),
        constraint profile_organisation_id_uq unique (organisation_id, id),
        constraint profile_person_uq unique (organisation_id, person_id),
        constraint profile_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint profile_site_fk foreign key (organisation_id, site_id) references site (organisation_id, id),
        constraint profile_person_fk foreign key (person_id) references person (id),
        constraint profile_language_known check (language in ('fr', 'nl', 'de', 'en')),
        constraint profile_name_shown check (given_name ~ '\\S' and given_name !~ '[[:cntrl:]]' and family_name !~ '[[:cntrl:]]'
          and length(given_name) <= 100 and length(family_name) <= 100),
        constraint profile_reference_shown check (reference is null or (reference ~ '\\S' and reference !~ '[[:cntrl:]]' and length(reference) <= 100)),
        constraint profile_phone_shown check (phone is null or (phone !~ '[[:cntrl:]]' and length(phone) <= 40)),
        constraint profile_email_one_line check (email is null or (email !~ '[[:cntrl:][:space:]]' and length(email) <= 254)));
      create unique index profile_email_uq on profile (organisation_id, email_key) where email_key is not null and archived_at is null;
      create unique index profile_reference_uq on profile (organisation_id, reference) where reference is not null and archived_at is null;
      create index profile_list on profile (organisation_id, sort_name, id) where archived_at is null;
      create index profile_person on profile (person_id);
      create index profile_search on profile using gin (search_text gin_trgm_ops);
      ${protect('profile', {
        rights: ['select', 'insert', 'update'],
        visible: 'organisation_id = any ((select app.organisations())::uuid[]) or person_id = (select app.person())',
        writable: 'organisation_id = any ((select app.organisations())::uuid[])',
      })}

      -- "Éléonore" is found by "eleonore", whatever the locale of the database: accents first, then case by Unicode's own table.
      create function app.fold(words text) returns text language sql immutable strict parallel safe set search_path = pg_catalog, public
        return lower(unaccent('public.unaccent'::regdictionary, normalize(words, NFKC)) collate "pg_c_utf8");
      ${definer('app.fold(text)')}
      -- Keys as plain columns: under a policy only leakproof operators such as = may use an index, and lower() is none.
      create function app.key_profile() returns trigger language plpgsql set search_path = pg_catalog, public as $$ begin
        new.email_key := lower(new.email collate "pg_c_utf8");
        new.sort_name := app.fold(new.family_name || ' ' || new.given_name);
        new.search_text := app.fold(concat_ws(' ', new.given_name, new.family_name, new.given_name, new.email, new.reference));
        return new;
      end $$;
      create trigger profile_keys before insert or update of given_name, family_name, email, reference on profile
        for each row execute function app.key_profile();

      create table membership (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null, role text not null,
        state text not null default 'active', since timestamptz not null default app.now(), ended_at timestamptz,
        version integer not null default 1,
        constraint membership_pk primary key (id),
        constraint membership_organisation_id_uq unique (organisation_id, id),
        constraint membership_role_uq unique (organisation_id, person_id, role),
        constraint membership_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint membership_profile_fk foreign key (organisation_id, person_id) references profile (organisation_id, person_id) on update cascade,
        constraint membership_role_known check (role in ('learner', 'trainer', 'expert', 'coordinator', 'manager', 'observer')),
        constraint membership_state_known check (state in ('invited', 'active', 'suspended', 'ended')));
      create index membership_person on membership (person_id);
      ${protect('membership', { rights: ['select', 'insert', 'update'], visible: 'organisation_id = any ((select app.organisations())::uuid[]) or person_id = (select app.person())', writable: 'organisation_id = any ((select app.organisations())::uuid[])' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table membership, profile, person, site, organisation; drop function app.key_profile, app.fold');
  }
}
