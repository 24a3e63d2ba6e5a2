import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE, definer, OWNER_ROLE, protect } from '../tenancy.js';

/**
 * The audit trail. Entries hold ids and enumerated facts only; words about a person lie in an erasable row beside, of which the entry
 * keeps a salted digest; seals chain the entries in batches, so that a row changed or removed later is found.
 */
export class Audit1795300000140 implements MigrationInterface {
  name = 'Audit1795300000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_entry (
        id uuid not null default uuidv7(), organisation_id uuid, at timestamptz not null default app.now(),
        actor_kind text not null, actor_id uuid, action text not null, refused boolean not null default false,
        subject_kind text not null, subject_id uuid, person_id uuid, request_id text,
        facts jsonb not null default '{}', personal_digest bytea, seal integer,
        constraint audit_entry_pk primary key (id),
        constraint audit_entry_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint audit_entry_actor_known check (actor_kind in ('anonymous', 'person', 'service', 'system')),
        constraint audit_entry_words_short check (length(action) <= 80 and length(subject_kind) <= 80 and length(facts::text) <= 8000));
      create index audit_entry_list on audit_entry (organisation_id, id);
      create index audit_entry_person on audit_entry (person_id, id);
      create index audit_entry_subject on audit_entry (subject_id, id);
      create index audit_entry_unsealed on audit_entry (organisation_id, id) where seal is null;
      ${protect('audit_entry', {
        rights: ['select', 'insert'],
        visible: 'organisation_id = any ((select app.organisations())::uuid[])',
        writable: 'seal is null and (organisation_id is null or organisation_id = any ((select app.organisations())::uuid[]))',
      })}

      create table audit_personal (
        entry_id uuid not null, organisation_id uuid, person_id uuid, salt bytea not null, payload jsonb not null,
        constraint audit_personal_pk primary key (entry_id),
        constraint audit_personal_entry_fk foreign key (entry_id) references audit_entry (id),
        constraint audit_personal_salted check (length(salt) = 16));
      create index audit_personal_person on audit_personal (person_id);
      ${protect('audit_personal', {
        rights: ['select', 'insert'],
        visible: 'organisation_id = any ((select app.organisations())::uuid[])',
        writable: 'organisation_id is null or organisation_id = any ((select app.organisations())::uuid[])',
      })}

      -- Chain of an organisation; the chain of the installation itself has the nil uuid.
      create table audit_seal (
        chain_id uuid not null, number integer not null, entries integer not null, previous bytea not null, digest bytea not null,
        sealed_at timestamptz not null default app.now(),
        constraint audit_seal_pk primary key (chain_id, number),
        constraint audit_seal_sha256 check (length(previous) = 32 and length(digest) = 32));
      ${protect('audit_seal', { rights: ['select'], visible: 'chain_id = any ((select app.organisations())::uuid[])' })}
    `);
    await runner.query(`
      create function app.audit_line(entry audit_entry) returns bytea language sql immutable set search_path = pg_catalog, public
        return sha256(convert_to(jsonb_build_array(entry.id, entry.organisation_id, (extract(epoch from entry.at) * 1000000)::bigint,
          entry.actor_kind, entry.actor_id, entry.action, entry.refused, entry.subject_kind, entry.subject_id, entry.person_id, entry.request_id,
          entry.facts, encode(entry.personal_digest, 'hex'))::text, 'UTF8'));
      create function app.audit_digest(previous bytea, seal_number integer, lines bytea) returns bytea language sql immutable set search_path = pg_catalog, public
        return sha256(previous || int4send(seal_number) || lines);
      revoke all on function app.audit_line(audit_entry), app.audit_digest(bytea, integer, bytea) from public;

      -- Seals what is not sealed yet, oldest first; answers how many entries. Entries that commit later are found by the next run,
      -- because membership of a seal is marked on the entry and not read from a time.
      create function app.seal_audit(organisation uuid, most integer) returns integer
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        chain uuid := coalesce(organisation, '00000000-0000-0000-0000-000000000000');
        last audit_seal; lines bytea; sealed integer;
      begin
        if organisation is not null and not organisation = any (app.organisations()) then raise insufficient_privilege using message = 'seal of another organisation'; end if;
        perform pg_advisory_xact_lock(hashtextextended('audit ' || chain, 0));
        select * into last from audit_seal s where s.chain_id = chain order by s.number desc limit 1;
        with batch as (
          select e.id from audit_entry e
          where e.seal is null and (e.organisation_id = organisation or (organisation is null and e.organisation_id is null))
          order by e.id limit most
        ), marked as (
          update audit_entry e set seal = coalesce(last.number, 0) + 1 from batch where e.id = batch.id returning e as entry
        )
        select count(*), string_agg(app.audit_line((marked.entry)), ''::bytea order by (marked.entry).id) into sealed, lines from marked;
        if sealed > 0 then
          insert into audit_seal (chain_id, number, entries, previous, digest)
          values (chain, coalesce(last.number, 0) + 1, sealed, coalesce(last.digest, sha256(''::bytea)),
            app.audit_digest(coalesce(last.digest, sha256(''::bytea)), coalesce(last.number, 0) + 1, lines));
        end if;
        return sealed;
      end $$;
      ${definer('app.seal_audit(uuid, integer)')}

      -- Computes the chain again from the entries. "broken" is the first seal that does not match, null when all do;
      -- "altered" counts erasable rows that differ from what was digested (erased ones are gone, not altered).
      create function app.verify_audit(organisation uuid)
        returns table (seals integer, entries bigint, unsealed bigint, broken integer, altered bigint, head bytea)
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        chain uuid := coalesce(organisation, '00000000-0000-0000-0000-000000000000');
        one audit_seal; lines bytea; found_entries integer; expected bytea := sha256(''::bytea); expected_number integer := 1;
      begin
        if organisation is not null and not organisation = any (app.organisations()) then raise insufficient_privilege using message = 'chain of another organisation'; end if;
        select count(*) filter (where e.seal is not null), count(*) filter (where e.seal is null) into entries, unsealed
          from audit_entry e where e.organisation_id = organisation or (organisation is null and e.organisation_id is null);
        seals := 0;
        for one in select * from audit_seal s where s.chain_id = chain order by s.number loop
          select count(*), string_agg(app.audit_line(e), ''::bytea order by e.id) into found_entries, lines from audit_entry e
            where e.seal = one.number and (e.organisation_id = organisation or (organisation is null and e.organisation_id is null));
          if broken is null and (one.number <> expected_number or one.entries <> found_entries or one.previous <> expected
            or one.digest <> app.audit_digest(expected, one.number, coalesce(lines, ''::bytea))) then broken := one.number; end if;
          expected := one.digest; expected_number := one.number + 1; seals := seals + 1;
        end loop;
        if broken is null and exists (select from audit_entry e where e.seal >= expected_number
          and (e.organisation_id = organisation or (organisation is null and e.organisation_id is null))) then broken := expected_number; end if;
        select count(*) into altered from audit_personal p join audit_entry e on e.id = p.entry_id
          where (e.organisation_id = organisation or (organisation is null and e.organisation_id is null))
            and e.personal_digest is distinct from sha256(p.salt || convert_to(p.payload::text, 'UTF8'));
        head := expected;
        return next;
      end $$;
      ${definer('app.verify_audit(uuid)')}

      -- Organisations whose trail grew since the last seal; a null row stands for the installation's own chain.
      create function app.audit_to_seal() returns table (organisation_id uuid) language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select distinct e.organisation_id from audit_entry e where e.seal is null;
      end;
      ${definer('app.audit_to_seal()')}
    `);
    // The owner works in migrations and definer functions only; even there nothing removes an entry.
    await runner.query(`revoke update, delete, truncate on audit_entry, audit_seal from ${APP_ROLE}; revoke delete, truncate on audit_entry, audit_seal from ${OWNER_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.audit_to_seal, app.verify_audit, app.seal_audit, app.audit_digest, app.audit_line;
      drop table audit_seal, audit_personal, audit_entry`);
  }
}
