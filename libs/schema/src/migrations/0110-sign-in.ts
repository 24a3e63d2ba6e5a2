import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

const OWN = 'person_id = (select app.person())';

/** The actor behind a session token; `roles` is a condition more on the memberships that count. */
export const actorOfSession = (roles = ''): string => `
  create or replace function app.actor_of_session(token_hash bytea, quietly boolean)
    returns table (session_id uuid, person_id uuid, language text, renewal_due boolean, platform_admin boolean, memberships jsonb)
    language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    with found as (
      select s.id, s.person_id, s.way, s.second_factor, s.last_used_at, s.replaces,
        s.renewal_due and coalesce(s.renewed_at < app.now() - interval '10 seconds', true) as renewal_due
      from session s
      where s.token_hash = actor_of_session.token_hash and s.ended_at is null and s.expires_at > app.now()
        and s.second_factor <> 'pending' and app.may_sign_in(s.person_id)
    ), idle as (
      select s.id from session s
      where s.id = (select found.id from found where found.last_used_at < app.now() - interval '1 minute' or found.replaces is not null)
        and not actor_of_session.quietly
      for update skip locked
    ), used as (
      update session s set last_used_at = app.now(), expires_at = least(s.created_at + interval '30 days', app.now() + interval '7 days'), replaces = null
      from idle where s.id = idle.id
    ), replaced as (
      update session s set last_used_at = app.now(), expires_at = least(s.expires_at, app.now() + interval '5 seconds'), renewal_due = false
      from found join idle using (id) where s.id = found.replaces
    )
    select found.id, found.person_id, a.language, found.renewal_due,
      (found.way <> 'oidc' or found.second_factor = 'passed') and exists (select from platform_admin pa where pa.person_id = found.person_id),
      coalesce((select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) order by m.organisation_id, m.role)
        from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = found.person_id and m.state = 'active' and o.archived_at is null ${roles}), '[]')
    from found join account a on a.person_id = found.person_id;
  end;
  ${definer('app.actor_of_session(bytea, boolean)')}`;

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
        expires_at timestamptz not null, renewal_due boolean not null default false, renewed_at timestamptz, replaces uuid,
        ended_at timestamptz, end_reason text,
        constraint session_pk primary key (id),
        constraint session_token_uq unique (token_hash),
        constraint session_person_fk foreign key (person_id) references person (id),
        constraint session_way_known check (way in ('password', 'link', 'oidc', 'invitation', 'reset', 'setup')),
        constraint session_second_factor_known check (second_factor in ('none', 'pending', 'passed')),
        constraint session_token_sha256 check (length(token_hash) = 32),
        constraint session_texts_short check (length(device) <= 100 and length(network) <= 50),
        constraint session_end_has_reason check ((ended_at is null) = (end_reason is null)));
      create index session_person on session (person_id, created_at);
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
      -- a request that meets another one doing so does not wait for it. A session whose second factor is pending is nobody's. An
      -- organisation's provider alone does not open the installation: there the right of the platform asks for a second factor.
      -- A new id that comes for the first time has reached its browser: the one that it replaces ends five seconds later, for the
      -- requests that are under way. One that never comes was lost with its answer; after ten seconds the old one gets another.
      ${actorOfSession()}

      -- The session that waits for its second factor: opens the second-factor operations and nothing else.
      create function app.pending_session(token_hash bytea) returns table (session_id uuid, person_id uuid, way text, language text)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select s.id, s.person_id, s.way, a.language from session s join account a on a.person_id = s.person_id
        where s.token_hash = pending_session.token_hash and s.second_factor = 'pending' and s.ended_at is null and s.expires_at > app.now()
          and app.may_sign_in(s.person_id);
      end;
      ${definer('app.pending_session(bytea)')}

      -- Ends the session that the browser holds, whosever it is: signing out needs no rights, and who signs in as somebody else leaves.
      create function app.end_session(token_hash bytea, reason text) returns table (session_id uuid, person_id uuid)
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        update session s set ended_at = app.now(), end_reason = reason where s.token_hash = end_session.token_hash and s.ended_at is null
        returning s.id, s.person_id;
      end;
      ${definer('app.end_session(bytea, text)')}

      -- Ends every session of a person: by himself, or by an organisation that he belongs to (deactivation).
      create function app.end_sessions(person uuid, reason text, except_session uuid) returns integer
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with ended as (
          update session s set ended_at = app.now(), end_reason = reason
          where s.person_id = person and s.ended_at is null and s.id is distinct from except_session
            and (person = app.person() or exists (select from membership m where m.person_id = person and m.organisation_id = any (app.organisations())))
          returning 1)
        select count(*)::integer from ended;
      end;
      ${definer('app.end_sessions(uuid, text, uuid)')}

      -- Whose address it is and what to compare the password with. Nothing for addresses without an account; a person who is out is
      -- found all the same, so that this is said only to who knows the password.
      create function app.account_to_sign_in(address text) returns table (person_id uuid, email text, password_hash text, language text)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select a.person_id, a.email, a.password_hash, a.language from account a where lower(a.email) = lower(address);
      end;
      ${definer('app.account_to_sign_in(text)')}

      -- What a mail about a session says: on which device and where it began.
      create function app.session_notice(session uuid) returns table (device text, network text, at timestamptz)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select s.device, s.network, s.created_at from session s where s.id = session_notice.session;
      end;
      ${definer('app.session_notice(uuid)')}
    `);
    await runner.query(`
      -- Rights that change give the person's sessions a new id with their next request; rights that end are gone at once anyway. Who is
      -- out altogether has no session left, and needs a new sign-in should he ever be let in again.
      create function app.renew_sessions() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        concerned constant uuid := coalesce(new.person_id, old.person_id);
        out boolean;
      begin
        if not exists (select from session where person_id = concerned and ended_at is null) then return null; end if;
        out := not app.may_sign_in(concerned);
        update session set renewal_due = true, ended_at = case when out then app.now() end, end_reason = case when out then 'deactivated' end
          where person_id = concerned and ended_at is null and (out or not renewal_due);
        return null;
      end $$;
      create trigger account_renews_sessions after update of state on account for each row execute function app.renew_sessions();
      create trigger membership_renews_sessions after insert or delete or update of role, state, person_id on membership
        for each row execute function app.renew_sessions();
      create trigger platform_admin_renews_sessions after insert or delete on platform_admin
        for each row execute function app.renew_sessions();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger membership_renews_sessions on membership; drop table session, platform_admin, account cascade;
      drop function app.renew_sessions, app.session_notice, app.account_to_sign_in, app.end_sessions, app.end_session, app.pending_session, app.actor_of_session, app.may_sign_in`);
  }
}
