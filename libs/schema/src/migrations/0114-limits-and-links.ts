import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect, seal } from '../tenancy.js';

const OWN = 'person_id = (select app.person())';

/** Limits on attempts, and links that a mail carries. */
export class LimitsAndLinks1795300000114 implements MigrationInterface {
  name = 'LimitsAndLinks1795300000114';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_limit (
        key text not null, attempts integer not null, ends_at timestamptz not null,
        constraint sign_in_limit_pk primary key (key));
      create index sign_in_limit_ends on sign_in_limit (ends_at);
      ${seal('sign_in_limit')}

      -- Counts one attempt under every key at once and answers for how many seconds none is left (0: go on). Counted before the work,
      -- so that a thousand attempts at the same time are a thousand. Keys in order: two callers cannot deadlock.
      create function app.count_attempt(keys text[], most integer[], span interval) returns integer
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with counted as (
          insert into sign_in_limit as l (key, attempts, ends_at)
          select k.key, 1, app.now() + span from unnest(keys) as k(key) order by k.key
          on conflict on constraint sign_in_limit_pk do update set
            attempts = case when l.ends_at <= app.now() then 1 else l.attempts + 1 end,
            ends_at = case when l.ends_at <= app.now() then excluded.ends_at else l.ends_at end
          returning l.key, l.attempts, l.ends_at)
        select coalesce(max(greatest(ceil(extract(epoch from c.ends_at - app.now())), 1)), 0)::integer
        from counted c join rows from (unnest(keys), unnest(most)) as lim(key, most) on lim.key = c.key where c.attempts > lim.most;
      end;
      ${definer('app.count_attempt(text[], integer[], interval)')}

      -- The attempt was good: the first key starts afresh, the others get this one attempt back.
      create function app.forgive_attempt(keys text[]) returns void language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        update sign_in_limit l set attempts = case when l.key = keys[1] then 0 else greatest(l.attempts - 1, 0) end
        where l.key in (select held.key from sign_in_limit held where held.key = any (keys) order by held.key for update);
      end;
      ${definer('app.forgive_attempt(text[])')}

      -- A link of kind "provider" joins that user of the provider to the person, in the browser in which he signed in there.
      create table sign_in_link (
        id uuid not null default uuidv7(), kind text not null, person_id uuid not null, provider_id uuid, subject text, browser_hash bytea,
        created_at timestamptz not null default app.now(), expires_at timestamptz not null default app.now() + interval '30 minutes', used_at timestamptz,
        constraint sign_in_link_pk primary key (id),
        constraint sign_in_link_person_fk foreign key (person_id) references person (id),
        constraint sign_in_link_provider_fk foreign key (provider_id) references sign_in_provider (id) on delete cascade,
        constraint sign_in_link_provider_complete check ((kind = 'provider') = (provider_id is not null and subject is not null and browser_hash is not null)),
        constraint sign_in_link_kind_known check (kind in ('link', 'reset', 'provider')));
      create index sign_in_link_person on sign_in_link (person_id);
      ${protect('sign_in_link', { rights: ['select', 'insert', 'update'], visible: OWN })}

      -- A link has a token for every time its mail was handed over: the same mail sent twice must work whichever copy is read.
      create table sign_in_link_token (
        token_hash bytea not null, link_id uuid not null, made_at timestamptz not null default app.now(),
        constraint sign_in_link_token_pk primary key (token_hash),
        constraint sign_in_link_token_sha256 check (length(token_hash) = 32),
        constraint sign_in_link_token_link_fk foreign key (link_id) references sign_in_link (id) on delete cascade);
      create index sign_in_link_token_link on sign_in_link_token (link_id);
      ${seal('sign_in_link_token')}

      -- At hand-over: the link gets its token and half an hour to live. No row when it is used, too old or its person is out.
      create function app.arm_sign_in_link(link uuid, token_hash bytea) returns table (kind text, provider text)
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with armed as (
          update sign_in_link l set expires_at = app.now() + interval '30 minutes'
          where l.id = link and l.used_at is null and l.created_at > app.now() - interval '1 hour' and app.may_sign_in(l.person_id)
            and (select count(*) from sign_in_link_token t where t.link_id = link) < 10
          returning l.id, l.kind, l.provider_id
        ), token as (
          insert into sign_in_link_token (token_hash, link_id) select arm_sign_in_link.token_hash, armed.id from armed
        )
        select armed.kind, p.name from armed left join sign_in_provider p on p.id = armed.provider_id;
      end;
      ${definer('app.arm_sign_in_link(uuid, bytea)')}

      -- Whose link it is, while it can still be used.
      create function app.find_sign_in_link(token_hash bytea, kind text) returns table (link_id uuid, person_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select l.id, l.person_id from sign_in_link_token t join sign_in_link l on l.id = t.link_id
        where t.token_hash = find_sign_in_link.token_hash and l.kind = find_sign_in_link.kind and l.used_at is null and l.expires_at > app.now()
          and app.may_sign_in(l.person_id);
      end;
      ${definer('app.find_sign_in_link(bytea, text)')}

      -- What is over and of no use: limits that ended, links a week later, sessions half a year later (until then they know the device).
      create function app.forget_sign_ins(most integer) returns integer language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with limits as (
          delete from sign_in_limit where key in (select key from sign_in_limit where ends_at < app.now() order by ends_at limit most for update skip locked) returning 1
        ), links as (
          delete from sign_in_link where id in (select id from sign_in_link where expires_at < app.now() - interval '7 days' limit most for update skip locked) returning 1
        ), sessions as (
          delete from session where id in (select id from session where least(ended_at, expires_at) < app.now() - interval '180 days' limit most for update skip locked) returning 1
        )
        select ((select count(*) from limits) + (select count(*) from links) + (select count(*) from sessions))::integer;
      end;
      ${definer('app.forget_sign_ins(integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sign_in_link_token, sign_in_link, sign_in_limit cascade;
      drop function if exists app.forget_sign_ins, app.find_sign_in_link, app.arm_sign_in_link, app.forgive_attempt, app.count_attempt`);
  }
}
