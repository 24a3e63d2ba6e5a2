import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** How workers take change work: leased in one statement, done and deleted in the transaction of the work itself. */
export class ChangeWork1795300000320 implements MigrationInterface {
  name = 'ChangeWork1795300000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table change_work add column parked_at timestamptz;
      drop index change_work_due;
      create index change_work_due on change_work (consumer, not_before) where parked_at is null;
      create index change_work_parked on change_work (organisation_id, id) where parked_at is not null;

      -- Subjects with work for a consumer. Counting the try before the work is what finds work that kills its worker:
      -- what was tried before comes one at a time, and is parked after so many tries.
      create function app.lease_change_work(for_consumer text, most integer, lease_for interval, most_tries integer)
        returns table (organisation_id uuid, subject_kind text, subject_id uuid)
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update change_work w set parked_at = app.now(), last_error = coalesce(w.last_error, 'The worker died each time it took this work.')
          where w.consumer = for_consumer and w.parked_at is null and w.not_before <= app.now() and w.attempts >= most_tries;
        return query
          with due as (
            select w.id, w.attempts from change_work w where w.consumer = for_consumer and w.parked_at is null and w.not_before <= app.now()
            order by w.not_before limit most for update skip locked
          ), chosen as (
            select due.id from due where due.attempts = 0
            union all select s.id from (select due.id from due where due.attempts > 0 and not exists (select from due f where f.attempts = 0) order by due.id limit 1) s
          ), leased as (
            update change_work w set attempts = w.attempts + 1, not_before = app.now() + lease_for from chosen where w.id = chosen.id
            returning w.organisation_id, w.subject_kind, w.subject_id
          )
          select distinct leased.organisation_id, leased.subject_kind, leased.subject_id from leased;
      end $$;
      ${definer('app.lease_change_work(text, integer, interval, integer)')}

      -- Takes all work on one subject in the caller's transaction, under a lock that one consumer holds for one subject at a time.
      create function app.take_change_work(for_consumer text, kind text, subject uuid)
        returns table (change_id uuid, change_kind text, at timestamptz)
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if not pg_try_advisory_xact_lock(hashtextextended(for_consumer || ' ' || kind || ' ' || subject, 7)) then return; end if;
        return query delete from change_work w where w.consumer = for_consumer and w.subject_kind = kind and w.subject_id = subject and w.parked_at is null
          and (w.organisation_id is null or w.organisation_id = any (app.organisations()))
          returning w.change_id, w.change_kind, w.at;
      end $$;
      ${definer('app.take_change_work(text, text, uuid)')}

      -- After a failure: later and later, each wait twice the last; answers how often it was tried.
      create function app.postpone_change_work(for_consumer text, kind text, subject uuid, reason text, longest_seconds integer) returns integer
        language sql security definer set search_path = pg_catalog, public as $$
        with postponed as (
          update change_work set last_error = left(reason, 500), not_before = app.now() + least(longest_seconds, 2 ^ attempts) * (0.5 + random() / 2) * interval '1 second'
          where consumer = for_consumer and subject_kind = kind and subject_id = subject and parked_at is null and attempts > 0 returning attempts)
        select coalesce(max(attempts), 0) from postponed $$;
      ${definer('app.postpone_change_work(text, text, uuid, text, integer)')}

      create function app.change_work_figures() returns table (consumer text, waiting bigint, parked bigint, oldest_seconds double precision)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select w.consumer, count(*) filter (where w.parked_at is null), count(*) filter (where w.parked_at is not null),
          coalesce(extract(epoch from app.now() - min(w.at) filter (where w.parked_at is null)), 0)::double precision
        from change_work w group by w.consumer $$;
      ${definer('app.change_work_figures()')}

      create function app.unpark_change_work(for_consumer text) returns bigint language sql security definer set search_path = pg_catalog, public as $$
        with again as (update change_work set parked_at = null, attempts = 0, not_before = app.now() where consumer = for_consumer and parked_at is not null returning 1)
        select count(*) from again $$;
      ${definer('app.unpark_change_work(text)')}

      -- Partitions of the change log for this month and the next ones. A month whose rows already lie in the default partition stays there;
      -- a past month that retention has emptied goes, unless somebody is writing just then: then the next run takes it. Answers how many were made.
      create function app.keep_change_partitions(ahead integer) returns integer
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        month timestamptz;
        made integer := 0;
        past record;
        is_empty boolean;
      begin
        for i in 0..ahead loop
          month := date_trunc('month', app.now() at time zone 'UTC') at time zone 'UTC' + make_interval(months => i);
          month := date_trunc('month', month at time zone 'UTC') at time zone 'UTC';
          if to_regclass('public.change_' || to_char(month at time zone 'UTC', 'YYYY_MM')) is null
            and not exists (select from change_default d where d.at >= month and d.at < (month at time zone 'UTC' + interval '1 month') at time zone 'UTC') then
            execute format('create table public.%I partition of public.change for values from (%L) to (%L)', 'change_' || to_char(month at time zone 'UTC', 'YYYY_MM'),
              month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
            made := made + 1;
          end if;
        end loop;
        perform set_config('lock_timeout', '250ms', true);
        for past in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'public.change'::regclass and c.relname ~ '^change_\\d{4}_\\d{2}$' and c.relname < 'change_' || to_char(app.now() at time zone 'UTC', 'YYYY_MM')
        loop
          begin
            execute format('select not exists (select from public.%I)', past.relname) into is_empty;
            if is_empty then execute format('drop table public.%I', past.relname); end if;
          exception when lock_not_available then null;
          end;
        end loop;
        return made;
      end $$;
      ${definer('app.keep_change_partitions(integer)')}
      select app.keep_change_partitions(2);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.keep_change_partitions(integer), app.unpark_change_work(text), app.change_work_figures(), app.postpone_change_work(text, text, uuid, text, integer),
        app.take_change_work(text, text, uuid), app.lease_change_work(text, integer, interval, integer);
      drop index change_work_parked, change_work_due;
      create index change_work_due on change_work (consumer, not_before);
      alter table change_work drop column parked_at`);
  }
}
