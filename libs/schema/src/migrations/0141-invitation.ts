import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

/** Invitations, and what joins a provisional person to the human: claiming and merging. */
export class Invitation1795300000141 implements MigrationInterface {
  name = 'Invitation1795300000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid not null default uuidv7(), organisation_id uuid not null, person_id uuid not null, email text not null,
        state text not null default 'open', expires_at timestamptz not null, invited_by uuid,
        version integer not null default 1, created_at timestamptz not null default app.now(), closed_at timestamptz,
        constraint invitation_pk primary key (id),
        constraint invitation_organisation_id_uq unique (organisation_id, id),
        constraint invitation_profile_fk foreign key (organisation_id, person_id) references profile (organisation_id, person_id) on update cascade,
        constraint invitation_state_known check (state in ('open', 'accepted', 'withdrawn')),
        constraint invitation_closed_when_not_open check ((state = 'open') = (closed_at is null)));
      create unique index invitation_open_uq on invitation (organisation_id, person_id) where state = 'open';
      ${protect('invitation', { rights: ['select', 'insert', 'update'] })}

      -- Made when a mail is handed over, so that no secret lies in a message. A mail sent twice has two tokens and both open the door, once.
      create table invitation_token (
        token_hash bytea not null, organisation_id uuid not null, invitation_id uuid not null, created_at timestamptz not null default app.now(),
        constraint invitation_token_pk primary key (token_hash),
        constraint invitation_token_invitation_fk foreign key (organisation_id, invitation_id) references invitation (organisation_id, id) on delete cascade,
        constraint invitation_token_sha256 check (length(token_hash) = 32));
      create index invitation_token_invitation on invitation_token (organisation_id, invitation_id);
      ${protect('invitation_token', { rights: ['select', 'insert', 'delete'] })}
    `);
    await runner.query(`
      -- What a link opens, for who holds it. No account is looked up by anything that a centre entered.
      create function app.invitation_by_token(token_hash bytea)
        returns table (id uuid, organisation_id uuid, organisation_name text, languages text[], person_id uuid, email text, state text, expired boolean,
          given_name text, family_name text, language text, roles text[], account_exists boolean, claimed boolean)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select i.id, i.organisation_id, o.name, o.languages, i.person_id, i.email, i.state, i.expires_at <= app.now(),
          p.given_name, p.family_name, p.language,
          (select coalesce(array_agg(m.role order by m.role), '{}') from membership m
            where m.organisation_id = i.organisation_id and m.person_id = i.person_id and m.state in ('invited', 'active')),
          exists (select from account a where lower(a.email) = lower(i.email)),
          exists (select from person c where c.id = i.person_id and c.claimed_at is not null)
        from invitation_token t
        join invitation i on i.organisation_id = t.organisation_id and i.id = t.invitation_id
        join organisation o on o.id = i.organisation_id and o.archived_at is null
        join profile p on p.organisation_id = i.organisation_id and p.person_id = i.person_id
        where t.token_hash = invitation_by_token.token_hash;
      end;
      ${definer('app.invitation_by_token(bytea)')}

      -- The human says "this is me" of a person whom nobody has claimed; the transaction runs as that person. False when it is too late.
      create function app.claim_person() returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update person set claimed_at = app.now() where id = app.person() and claimed_at is null and merged_into is null and erased_at is null;
        return found;
      end $$;
      ${definer('app.claim_person()')}

      -- One human, two persons: the provisional one (of this organisation, claimed by nobody) becomes the other one. Rows of the past
      -- keep the old id, which leads here in one step. False when one of the two is not what it has to be.
      create function app.merge_person(organisation uuid, away uuid, into_person uuid) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if not organisation = any (app.organisations()) then raise insufficient_privilege using message = 'merge in another organisation'; end if;
        perform from person p where p.id in (away, into_person) order by p.id for no key update;
        if away = into_person
          or not exists (select from person p where p.id = away and p.claimed_at is null and p.merged_into is null and p.erased_at is null)
          or not exists (select from person p where p.id = into_person and p.merged_into is null and p.erased_at is null)
          or not exists (select from profile f where f.organisation_id = organisation and f.person_id = away)
          or exists (select from profile f where f.organisation_id <> organisation and f.person_id = away)
          or not (into_person is not distinct from app.person() or exists (select from profile f where f.organisation_id = organisation and f.person_id = into_person)) then
          return false;
        end if;
        update person set merged_into = into_person where id = away or merged_into = away;
        return true;
      end $$;
      ${definer('app.merge_person(uuid, uuid, uuid)')}

      -- The ids under which a person of a declared organisation was known before: to read the past with.
      create function app.former_persons(organisation uuid, of_person uuid) returns setof uuid
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select p.id from person p where p.merged_into = of_person and organisation = any (app.organisations())
          and (exists (select from profile f where f.organisation_id = organisation and f.person_id = p.id)
            or exists (select from audit_entry e where e.organisation_id = organisation and e.person_id = p.id));
      end;
      ${definer('app.former_persons(uuid, uuid)')}
      create index person_merged_into on person (merged_into) where merged_into is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.former_persons, app.merge_person, app.claim_person, app.invitation_by_token;
      drop index person_merged_into; drop table invitation_token, invitation`);
  }
}
