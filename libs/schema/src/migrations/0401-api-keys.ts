import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

/** Keys of service accounts: programs that act in one organisation, with a role and only what their scopes name. */
export class ApiKeys1795300000401 implements MigrationInterface {
  name = 'ApiKeys1795300000401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- person_id is the service account itself: a person without sign-in or profile, so that what it does has an author like everything else.
      create table api_key (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null, name text not null,
        key_hash bytea not null, beginning text not null, role text not null, scopes text[] not null,
        created_by uuid not null, created_at timestamptz not null default app.now(), expires_at timestamptz,
        last_used_on date, revoked_at timestamptz, version integer not null default 1,
        constraint api_key_pk primary key (id),
        constraint api_key_organisation_id_uq unique (organisation_id, id),
        constraint api_key_hash_uq unique (key_hash),
        constraint api_key_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint api_key_person_fk foreign key (person_id) references person (id),
        constraint api_key_created_by_fk foreign key (created_by) references person (id),
        constraint api_key_sha256 check (length(key_hash) = 32),
        constraint api_key_role_known check (role in ('manager', 'coordinator', 'observer')),
        constraint api_key_scopes_some check (cardinality(scopes) between 1 and 50),
        constraint api_key_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 100));
      create unique index api_key_name_uq on api_key (organisation_id, name) where revoked_at is null;
      ${protect('api_key', { rights: ['select', 'insert', 'update'] })}

      create function app.actor_of_api_key(hash bytea) returns table (person_id uuid, organisation_id uuid, role text, scopes text[], language text)
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with found as (
          select k.id, k.person_id, k.organisation_id, k.role, k.scopes, k.last_used_on, o.default_language from api_key k join organisation o on o.id = k.organisation_id
          where k.key_hash = actor_of_api_key.hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > app.now()) and o.archived_at is null
        ), idle as (
          select k.id from api_key k where k.id = (select found.id from found where found.last_used_on is distinct from app.now()::date) for update skip locked
        ), used as (
          update api_key k set last_used_on = app.now()::date from idle where k.id = idle.id
        )
        select found.person_id, found.organisation_id, found.role, found.scopes, found.default_language from found;
      end;
      ${definer('app.actor_of_api_key(bytea)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.actor_of_api_key; drop table api_key');
  }
}
