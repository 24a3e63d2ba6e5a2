import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

const OWN = 'person_id = (select app.person())';

/** Accounts (how a human signs in), sessions (where he is signed in), and the right of the installation. */
export class SignIn1795300000110 implements MigrationInterface {
  name = 'SignIn1795300000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table account (
        person_id uuid not null, email text not null, email_verified_at timestamptz,
        password_hash text, password_changed_at timestamptz,
        name text, language text not null default 'fr', state text not null default 'active',
        version integer not null default 1, created_at timestamptz not null default app.now(),
        constraint account_pk primary key (person_id),
        constraint account_person_fk foreign key (person_id) references person (id),
        constraint account_state_known check (state in ('active', 'suspended')),
        constraint account_language_known check (language in ('fr', 'nl', 'de', 'en')),
        constraint account_password_argon2id check (password_hash is null or password_hash like '$argon2id$%'),
        constraint account_name_shown check (name is null or (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 200)),
        constraint account_email_one_line check (email ~ '^[^@[:cntrl:][:space:]]+@[^@[:cntrl:][:space:]]+$' and length(email) <= 254));
      create unique index account_email_uq on account (lower(email));
      ${protect('account', { rights: ['select', 'insert', 'update'], visible: OWN })}

      create table platform_admin (
        person_id uuid not null, granted_at timestamptz not null default app.now(), granted_by uuid,
        constraint platform_admin_pk primary key (person_id),
        constraint platform_admin_person_fk foreign key (person_id) references person (id),
        constraint platform_admin_granted_by_fk foreign key (granted_by) references person (id));
      ${protect('platform_admin', { rights: ['select'], visible: OWN })}

      -- Ended sessions stay for a while: they say which devices are known.
      create table session (
        id uuid not null default uuidv7(), token_hash bytea not null, person_id uuid not null, way text not null,
        second_factor text not null default 'none', device text not null, network text not null,
        created_at timestamptz not null default app.now(), last_used_at timestamptz not null default app.now(),
        expires_at timestamptz not null, ended_at timestamptz, end_reason text,
        constraint session_pk primary key (id),
        constraint session_token_uq unique (token_hash),
        constraint session_person_fk foreign key (person_id) references person (id),
        constraint session_way_known check (way in ('password', 'link', 'oidc', 'invitation', 'reset', 'setup', 'renewal')),
        constraint session_second_factor_known check (second_factor in ('none', 'pending', 'passed')),
        constraint session_token_sha256 check (length(token_hash) = 32),
        constraint session_texts_short check (length(device) <= 100 and length(network) <= 50),
        constraint session_end_has_reason check ((ended_at is null) = (end_reason is null)));
      create index session_person on session (person_id, created_at desc);
      ${protect('session', { rights: ['select', 'insert', 'update'], visible: OWN })}
    `);
    await runner.query(`
      -- Who is out: the account is suspended, the person is erased or merged, or every standing membership is suspended.
      create function app.may_sign_in(person uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public
        return exists (select from account a join person p on p.id = a.person_id
            where a.person_id = may_sign_in.person and a.state = 'active' and p.erased_at is null and p.merged_into is null)
          and (not exists (select from membership m where m.person_id = may_sign_in.person and m.state = 'suspended')
            or exists (select from membership m where m.person_id = may_sign_in.person and m.state = 'active')
            or exists (select from platform_admin a where a.person_id = may_sign_in.person));
      ${definer('app.may_sign_in(uuid)')}

      -- The actor behind a session token, with the rights of this very moment. Writes the use of the session at most once a minute;
      -- a request that meets another one doing so does not wait for it. A session whose second factor is pending is nobody's.
      create function app.actor_of_session(token_hash bytea, quietly boolean)
        returns table (session_id uuid, person_id uuid, language text, platform_admin boolean, memberships jsonb)
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with found as (
          select s.id, s.person_id, s.last_used_at, s.created_at from session s
          where s.token_hash = actor_of_session.token_hash and s.ended_at is null and s.expires_at > app.now()
            and s.second_factor <> 'pending' and app.may_sign_in(s.person_id)
        ), idle as (
          select s.id from session s
          where s.id = (select found.id from found where found.last_used_at < app.now() - interval '1 minute') and not actor_of_session.quietly
          for update skip locked
        ), used as (
          update session s set last_used_at = app.now(), expires_at = least(s.created_at + interval '30 days', app.now() + interval '7 days')
          from idle where s.id = idle.id
        )
        select found.id, found.person_id, a.language,
          exists (select from platform_admin pa where pa.person_id = found.person_id),
          coalesce((select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) order by m.organisation_id, m.role)
            from membership m join organisation o on o.id = m.organisation_id
            where m.person_id = found.person_id and m.state = 'active' and o.archived_at is null), '[]')
        from found join account a on a.person_id = found.person_id;
      end;
      ${definer('app.actor_of_session(bytea, boolean)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.actor_of_session, app.may_sign_in; drop table session, platform_admin, account');
  }
}
