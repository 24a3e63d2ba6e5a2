import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/**
 * What the dispatcher does across organisations: claim, begin, finish. Each claim carries a lease token of its own, and every later
 * write names it, so that a worker that was paused and comes back finds its lease gone and changes nothing.
 */
export class MessageFunctions1795300000301 implements MigrationInterface {
  name = 'MessageFunctions1795300000301';

  async up(runner: QueryRunner): Promise<void> {
    await this.recipients(runner);
    await this.claim(runner);
    await this.finish(runner);
    await this.watch(runner);
  }

  private async recipients(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where people can be reached, [{personId, email, language}], in a person's own name (no organisation) or as an organisation noted it.
      -- Preferences stay as they are. One statement for a whole list of people.
      create function app.put_recipients(for_organisation uuid, people jsonb) returns void
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if for_organisation is null and app.person() is not null and exists (select from jsonb_array_elements(people) p where (p ->> 'personId')::uuid <> app.person())
          or for_organisation is not null and not for_organisation = any (app.organisations()) then
          raise insufficient_privilege using message = 'a recipient of somebody else';
        end if;
        insert into recipient as r (person_id, organisation_id, address, language)
          select p."personId", for_organisation, p.email, p.language from jsonb_to_recordset(people) as p("personId" uuid, email text, language text)
        on conflict on constraint recipient_person_uq do update
          set address = excluded.address, language = coalesce(excluded.language, r.language), version = r.version + 1, changed_at = app.now()
          where (r.address, r.language) is distinct from (excluded.address, coalesce(excluded.language, r.language));
      end $$;
      ${definer('app.put_recipients(uuid, jsonb)')}

      -- One click from a mail, without sign-in: the key is random and known to the mail alone. Answers whether there was such a key.
      create function app.mute_message_type(key uuid, muted text) returns boolean
        language sql security definer set search_path = pg_catalog, public as $$
        with known as (select id, person_id from recipient where unsubscribe_key = key), done as (
          update recipient r set muted_types = array_append(array_remove(muted_types, muted), muted), version = version + 1, changed_at = app.now()
          from known where r.id = known.id)
        select exists (select from known) $$;
      ${definer('app.mute_message_type(uuid, text)')}
    `);
  }

  private async claim(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create type app.claimed_message as (
        id uuid, organisation_id uuid, person_id uuid, type text, subject_kind text, subject_id uuid, timing_version integer, rule text, channel text,
        due_at timestamptz, not_after timestamptz, urgent boolean, times_ambiguous integer, attempts integer,
        address text, paused boolean, language text, recipient_zone text, quiet_from time, quiet_until time, digest text, channels text[], muted_types text[],
        unsubscribe_key uuid, organisation_name text, organisation_zone text, now timestamptz, expired boolean);
    `);
    await runner.query(claimMessages(OLDEST_FIRST));
    await runner.query(`
      -- Written before the hand-over; what it does not answer must not be handed over (withdrawn meanwhile, or the lease is gone).
      create function app.begin_sending(ids uuid[], lease_token uuid, lease_for interval, mail_domain text) returns setof uuid
        language sql security definer set search_path = pg_catalog, public as $$
        update message set state = 'sending', leased_until = app.now() + lease_for, mail_id = coalesce(mail_id, '<' || id || '@' || mail_domain || '>')
          where id = any (ids) and lease = lease_token and leased_until > app.now() and state in ('due', 'ambiguous')
        returning id $$;
      ${definer('app.begin_sending(uuid[], uuid, interval, text)')}
    `);
  }

  private async finish(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Outcomes of leased messages: [{id, state, error, answer, retry_in, due_at, refused, pause, address, digest_id}]. Answers the ids whose lease still held.
      create function app.finish_messages(outcomes jsonb, lease_token uuid) returns setof uuid
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        instant constant timestamptz := app.now();
        ids constant uuid[] := array(select (o ->> 'id')::uuid from jsonb_array_elements(outcomes) o);
      begin
        if outcomes @? '$[*] ? (@.pause == true)' then
          insert into paused_address (address, reason, message_id)
            select distinct on (lower(o.address)) lower(o.address), coalesce(o.error, ''), o.id
            from jsonb_to_recordset(outcomes) as o(id uuid, error text, pause boolean, address text)
            where o.pause and o.address is not null
            on conflict on constraint paused_address_pk do nothing;
        end if;
        return query
          update message m set state = o.state, lease = null, leased_until = null, claims = 0,
            last_error = coalesce(left(o.error, 500), case when o.state = 'sent' then null else m.last_error end), answer = coalesce(left(o.answer, 200), m.answer),
            attempts = m.attempts + case when o.refused then 1 else 0 end,
            times_ambiguous = m.times_ambiguous + case when o.state = 'ambiguous' and m.state = 'sending' then 1 else 0 end,
            due_at = coalesce(o.due_at, m.due_at), next_at = coalesce(o.due_at, instant + coalesce(o.retry_in, 0) * interval '1 second'),
            sent_at = case when o.state = 'sent' then instant else m.sent_at end, digest_id = coalesce(o.digest_id, m.digest_id)
          from jsonb_to_recordset(outcomes) as o(id uuid, state text, error text, answer text, retry_in double precision, due_at timestamptz, refused boolean, digest_id uuid)
          where m.id = any (ids) and m.id = o.id and m.lease = lease_token and m.state in ('due', 'ambiguous', 'sending')
          returning m.id;
        -- A digest carries others: what becomes of it becomes of them.
        update message m set state = d.state, sent_at = d.sent_at, last_error = d.last_error from message d
          where m.digest_id = any (ids) and m.digest_id = d.id and m.state in ('held', 'failed') and d.state in ('sent', 'failed', 'dropped');
      end $$;
      ${definer('app.finish_messages(jsonb, uuid)')}

      -- Puts a leased message into its person's next digest, unless that one is just being sent: then it answers false.
      create function app.hold_for_digest(held uuid, lease_token uuid, digest_due timestamptz, digest_rule text) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        digest uuid;
      begin
        insert into message (organisation_id, person_id, type, subject_kind, subject_id, rule, due_at, next_at)
          select organisation_id, person_id, 'messages.digest', 'person', person_id, digest_rule, digest_due, digest_due from message where id = held
          on conflict on constraint message_once do nothing;
        select d.id into digest from message d join message m on m.id = held
          where d.person_id = m.person_id and d.organisation_id is not distinct from m.organisation_id and d.type = 'messages.digest'
            and d.subject_kind = 'person' and d.subject_id = m.person_id and d.rule = digest_rule and d.state = 'due' and d.lease is null
          for update of d;
        update message set state = 'held', digest_id = digest, lease = null, leased_until = null, claims = 0
          where id = held and lease = lease_token and digest is not null;
        return found;
      end $$;
      ${definer('app.hold_for_digest(uuid, uuid, timestamptz, text)')}
    `);
  }

  private async watch(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Figures for operators: no content, no address.
      create function app.message_figures() returns table (oldest_due_seconds double precision, due bigint, sending bigint, ambiguous bigint, ambiguous_today bigint, failed bigint, sent_today bigint, paused_addresses bigint)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce((select extract(epoch from app.now() - m.due_at) from message m where m.state in ('due', 'ambiguous', 'sending') and m.due_at <= app.now() order by m.due_at limit 1), 0),
          (select count(*) from message where state in ('due', 'ambiguous') and due_at <= app.now()),
          (select count(*) from message where state = 'sending'),
          (select count(*) from message where state = 'ambiguous'),
          (select count(*) from message where times_ambiguous > 0 and created_at > app.now() - interval '1 day'),
          (select count(*) from message where state = 'failed'),
          (select count(*) from message where state = 'sent' and sent_at > app.now() - interval '1 day'),
          (select count(*) from paused_address) $$;
      ${definer('app.message_figures()')}

      -- A mailbox that works again. Allowed for who sees a message to it.
      create function app.resume_address(of_message uuid) returns void language sql security definer set search_path = pg_catalog, public as $$
        delete from paused_address p using message m
          left join recipient own on own.person_id = m.person_id and own.organisation_id is null
          left join recipient noted on noted.person_id = m.person_id and noted.organisation_id = m.organisation_id
        where m.id = of_message and m.organisation_id = any (app.organisations()) and p.address = lower(coalesce(m.address, own.address, noted.address)) $$;
      ${definer('app.resume_address(uuid)')}

      -- Whose staff must be told that something could not be delivered.
      create function app.organisations_with_new_failures() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
        select distinct organisation_id from message where state = 'failed' and told_at is null and organisation_id is not null $$;
      ${definer('app.organisations_with_new_failures()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.organisations_with_new_failures(), app.resume_address(uuid), app.message_figures(), app.hold_for_digest(uuid, uuid, timestamptz, text), app.finish_messages(jsonb, uuid), app.begin_sending(uuid[], uuid, interval, text),
        app.claim_messages(text, integer, interval, integer, uuid), app.mute_message_type(uuid, text), app.put_recipients(uuid, jsonb);
      drop type app.claimed_message`);
  }
}

/** Who is not urgent: whoever waits longest. */
export const OLDEST_FIRST = `select m.id, m.claims from message m where m.state in ('due', 'ambiguous') and not m.urgent and m.channel = of_channel and m.next_at <= instant
  and (m.leased_until is null or m.leased_until < instant)
order by m.next_at limit greatest(0, allowed - (select count(*) from urgent)) for update skip locked`;

/** Where quiet hours and the digest are read: SQL over own, noted (recipient) and o (organisation). */
const OWN_HOURS = { quietFrom: 'own.quiet_from', quietUntil: 'own.quiet_until', digest: `coalesce(own.digest, 'none')`, more: '' };

/** The function that hands out messages, with a choice among those that are not urgent. */
export function claimMessages(others: string, hours = OWN_HOURS): string {
  return `
      -- Leases due rows of one channel. A hand-over whose lease ran out is ambiguous: it may have arrived, and is due again.
      -- Rows that were claimed three times without an outcome are suspects (they may kill their worker) and come one at a time;
      -- after eight they are parked as failed. At its pace it hands out a tenth of a second's worth at least: rows one by one would cost a
      -- round of statements each.
      create or replace function app.claim_messages(of_channel text, most integer, lease_for interval, per_second integer, lease_token uuid)
        returns setof app.claimed_message language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        instant constant timestamptz := app.now();
        allowed integer := most;
        ids uuid[];
        is_hopeless boolean;
      begin
        update message set state = 'ambiguous', times_ambiguous = times_ambiguous + 1, next_at = instant, lease = null, leased_until = null
          where state = 'sending' and leased_until < instant;
        if per_second is not null then
          update mail_pace set at = clock_timestamp(),
            allowance = least(per_second, allowance + per_second * greatest(0, extract(epoch from clock_timestamp() - at)))
            returning case when allowance >= least(most, per_second / 10.0) then least(most, floor(allowance)) else 0 end into allowed;
        end if;
        with urgent as (
          select m.id, m.claims from message m where m.state in ('due', 'ambiguous') and m.urgent and m.channel = of_channel and m.next_at <= instant
            and (m.leased_until is null or m.leased_until < instant)
          order by m.next_at limit allowed for update skip locked
        ), others as (
          ${others}
        ), due as (select * from urgent union all select * from others)
        select array_agg(due.id), bool_or(due.claims >= 8) into ids, is_hopeless from due
          where due.claims < 3 or due.id = (select s.id from due s where s.claims >= 3 order by s.id limit 1) and not exists (select from due f where f.claims < 3);
        if ids is null then return; end if;
        if is_hopeless then
          update message set state = 'failed', last_error = 'WORKER_DIED', lease = null, leased_until = null where id = any (ids) and claims >= 8;
        end if;
        -- Nothing that an index holds changes here: the lease costs no index entry.
        update message set lease = lease_token, leased_until = instant + lease_for, claims = claims + 1 where id = any (ids) and state in ('due', 'ambiguous');
        if per_second is not null then
          update mail_pace set allowance = allowance - cardinality(ids);
        end if;
        return query
          select m.id, m.organisation_id, m.person_id, m.type, m.subject_kind, m.subject_id, m.timing_version, m.rule, m.channel,
            m.due_at, m.not_after, m.urgent, m.times_ambiguous, m.attempts,
            coalesce(m.address, own.address, noted.address),
            exists (select from paused_address p where p.address = lower(coalesce(m.address, own.address, noted.address))),
            coalesce(own.language, noted.language, o.default_language), coalesce(own.zone, o.zone), ${hours.quietFrom}, ${hours.quietUntil},
            ${hours.digest}, coalesce(own.channels, '{mail,notice}'), coalesce(own.muted_types, noted.muted_types, '{}'),
            coalesce(own.unsubscribe_key, noted.unsubscribe_key), o.name, o.zone, instant, m.not_after < instant${hours.more}
          from message m
          left join recipient own on own.person_id = m.person_id and own.organisation_id is null
          left join recipient noted on noted.person_id = m.person_id and noted.organisation_id = m.organisation_id
          left join organisation o on o.id = m.organisation_id
          where m.id = any (ids) and m.lease = lease_token order by m.urgent desc, m.due_at;
      end $$;
      ${definer('app.claim_messages(text, integer, interval, integer, uuid)')}`;
}
