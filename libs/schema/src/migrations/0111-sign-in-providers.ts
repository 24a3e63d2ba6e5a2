import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

const OWN = 'person_id = (select app.person())';

/** Sign-in by an organisation's own provider (OpenID Connect). */
export class SignInProviders1795300000111 implements MigrationInterface {
  name = 'SignInProviders1795300000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_provider (
        id uuid not null default uuidv7(), organisation_id uuid not null, name text not null, issuer text not null,
        client_id text not null, client_secret bytea, domains text[] not null default '{}', enabled boolean not null default true,
        version integer not null default 1, created_at timestamptz not null default app.now(),
        constraint sign_in_provider_pk primary key (id),
        constraint sign_in_provider_organisation_id_uq unique (organisation_id, id),
        constraint sign_in_provider_client_uq unique (organisation_id, issuer, client_id),
        constraint sign_in_provider_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint sign_in_provider_name_shown check (name ~ '\\S' and name !~ '[[:cntrl:]]' and length(name) <= 100),
        constraint sign_in_provider_issuer_url check (issuer ~ '^https?://[^[:space:]?#]+$' and length(issuer) <= 500));
      create index sign_in_provider_domains on sign_in_provider using gin (domains);
      ${protect('sign_in_provider')}

      -- Who a provider's user is here. Belongs to the person: written by the person signed in, or by a link in his mail.
      create table sign_in_identity (
        id uuid not null default uuidv7(), person_id uuid not null, provider_id uuid not null, subject text not null,
        label text not null, linked_at timestamptz not null default app.now(), last_used_at timestamptz,
        constraint sign_in_identity_pk primary key (id),
        constraint sign_in_identity_subject_uq unique (provider_id, subject),
        constraint sign_in_identity_person_uq unique (provider_id, person_id),
        constraint sign_in_identity_person_fk foreign key (person_id) references person (id),
        constraint sign_in_identity_provider_fk foreign key (provider_id) references sign_in_provider (id) on delete cascade,
        constraint sign_in_identity_texts_short check (length(subject) between 1 and 255 and length(label) <= 254));
      create index sign_in_identity_of_person on sign_in_identity (person_id);
      ${protect('sign_in_identity', { visible: OWN })}
    `);
    await runner.query(`
      -- What the sign-in page may show to anybody: the providers of an organisation, or those that answer for a mail domain.
      create function app.sign_in_providers(organisation uuid, domain text) returns table (id uuid, organisation_id uuid, organisation_name text, name text)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select p.id, p.organisation_id, o.name, p.name from sign_in_provider p join organisation o on o.id = p.organisation_id
        where p.enabled and o.archived_at is null and (p.organisation_id = organisation or p.domains @> array[lower(domain)])
        order by p.name, p.id limit 20;
      end;
      ${definer('app.sign_in_providers(uuid, text)')}

      -- What the server needs to talk to a provider before anybody is signed in; the secret is sealed.
      create function app.sign_in_provider_to_ask(provider uuid)
        returns table (id uuid, organisation_id uuid, name text, issuer text, client_id text, client_secret bytea)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select p.id, p.organisation_id, p.name, p.issuer, p.client_id, p.client_secret from sign_in_provider p join organisation o on o.id = p.organisation_id
        where p.id = provider and p.enabled and o.archived_at is null;
      end;
      ${definer('app.sign_in_provider_to_ask(uuid)')}

      create function app.person_of_identity(provider uuid, subject text) returns uuid language sql stable security definer set search_path = pg_catalog, public
        return (select i.person_id from sign_in_identity i where i.provider_id = provider and i.subject = person_of_identity.subject);
      ${definer('app.person_of_identity(uuid, text)')}

      -- Whom a provider may mean by a verified address: an account that belongs to the provider's own organisation, nobody else's.
      create function app.person_of_provider_address(provider uuid, address text) returns table (person_id uuid, email text)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select a.person_id, a.email from account a
        where lower(a.email) = lower(address) and a.email_verified_at is not null and app.may_sign_in(a.person_id)
          and exists (select from sign_in_provider p join membership m on m.organisation_id = p.organisation_id
            where p.id = provider and m.person_id = a.person_id and m.state = 'active');
      end;
      ${definer('app.person_of_provider_address(uuid, text)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.person_of_provider_address, app.person_of_identity, app.sign_in_provider_to_ask, app.sign_in_providers;
      drop table sign_in_identity, sign_in_provider`);
  }
}
