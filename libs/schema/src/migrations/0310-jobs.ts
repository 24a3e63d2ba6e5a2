import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE, DECLARED_ORGANISATIONS, definer, protect } from '../tenancy.js';

/**
 * Jobs as rows: the queue may be lost at any moment, the row is what says that work is wanted. It is deleted when the work is done
 * and stays, with its reason, when the work failed for good.
 */
export class Jobs1795300000310 implements MigrationInterface {
  name = 'Jobs1795300000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job (
        id uuid not null default uuidv7(), organisation_id uuid, name text not null, queue text not null, key text not null, payload jsonb not null,
        state text not null default 'waiting', run_at timestamptz not null default app.now(), queued_at timestamptz,
        lease uuid, leased_until timestamptz, starts integer not null default 0, attempts integer not null default 0,
        progress real, last_error text, request_id text, created_at timestamptz not null default app.now(), failed_at timestamptz,
        constraint job_pk primary key (id),
        constraint job_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint job_state_known check (state in ('waiting', 'queued', 'running', 'failed')),
        constraint job_running_leased check (state <> 'running' or (lease is not null and leased_until is not null)),
        constraint job_payload_object check (jsonb_typeof(payload) = 'object'))
        with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
      create index job_due on job (run_at) where state = 'waiting';
      create index job_key on job (name, key) where state <> 'failed';
      create index job_lost on job (queued_at) where state in ('queued', 'running');
      create index job_failed on job (organisation_id, id) where state = 'failed';
      ${protect('job', { rights: ['select', 'insert'], visible: `organisation_id = any (${DECLARED_ORGANISATIONS})`, writable: `organisation_id is null or organisation_id = any (${DECLARED_ORGANISATIONS})` })}

      -- Who is at work; written by each worker every few seconds.
      create table worker_heartbeat (
        id uuid not null, host text not null, pid integer not null, started_at timestamptz not null default clock_timestamp(), beat_at timestamptz not null default clock_timestamp(),
        constraint worker_heartbeat_pk primary key (id));
      grant select on worker_heartbeat to ${APP_ROLE};
    `);
    await this.take(runner);
    await this.outcomes(runner);
    await this.operate(runner);
  }

  private async take(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rows that the queue should know: waiting ones whose time has come, one for each key, and those that the queue seems to have lost.
      -- A queue ignores an id that it still has, so that asking twice does no harm.
      create function app.jobs_to_queue(most integer, lost_after interval) returns table (id uuid, name text, queue text, attempts integer)
        language sql security definer set search_path = pg_catalog, public as $$
        with fresh as (
          select j.id from job j where j.state = 'waiting' and j.run_at <= app.now()
            and not exists (select from job other where other.name = j.name and other.key = j.key and other.state in ('queued', 'running'))
            and not exists (select from job older where older.name = j.name and older.key = j.key and older.state = 'waiting' and older.run_at <= app.now() and older.id < j.id)
          order by j.run_at limit most for update skip locked
        ), lost as (
          select j.id from job j where j.state in ('queued', 'running') and j.queued_at < app.now() - lost_after and (j.leased_until is null or j.leased_until < app.now())
          order by j.queued_at limit most for update skip locked
        )
        update job set state = 'queued', queued_at = app.now(), lease = null, leased_until = null
        where job.id in (select fresh.id from fresh union all select lost.id from lost)
        returning job.id, job.name, job.queue, job.attempts $$;
      ${definer('app.jobs_to_queue(integer, interval)')}

      create function app.starts_of_job(job_id uuid) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
        select starts from job where id = job_id and state <> 'failed' $$;
      ${definer('app.starts_of_job(uuid)')}

      -- Starts a job: it takes in every waiting row with the same key that is visible now, because its handler reads the truth after this.
      -- Null when there is nothing to do: done already, running elsewhere, or parked here because it killed its worker too often.
      create function app.start_job(job_id uuid, lease_token uuid, lease_for interval, most_starts integer)
        returns table (id uuid, organisation_id uuid, name text, payload jsonb, attempts integer, starts integer, request_id text)
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        taken job;
      begin
        select * into taken from job j where j.id = job_id and (j.state in ('waiting', 'queued') or j.state = 'running' and j.leased_until < app.now()) for update skip locked;
        if taken.id is null then return; end if;
        if taken.starts >= most_starts then
          update job j set state = 'failed', failed_at = app.now(), lease = null, leased_until = null, last_error = 'The worker died each time it ran this job.' where j.id = job_id;
          return;
        end if;
        update job j set state = 'running', lease = lease_token, leased_until = app.now() + lease_for, starts = j.starts + 1 where j.id = job_id;
        delete from job j where j.name = taken.name and j.key = taken.key and j.id <> job_id and j.state = 'waiting' and j.run_at <= app.now();
        return query select taken.id, taken.organisation_id, taken.name, taken.payload, taken.attempts, taken.starts + 1, taken.request_id;
      end $$;
      ${definer('app.start_job(uuid, uuid, interval, integer)')}

      -- Keeps the leases of a worker's running jobs; answers those that it still holds.
      create function app.hold_jobs(leases uuid[], lease_for interval) returns setof uuid
        language sql security definer set search_path = pg_catalog, public as $$
        update job set leased_until = app.now() + lease_for where lease = any (leases) and state = 'running' returning lease $$;
      ${definer('app.hold_jobs(uuid[], interval)')}
    `);
  }

  private async outcomes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.finish_job(job_id uuid, lease_token uuid) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        delete from job where id = job_id and lease = lease_token;
        return found;
      end $$;
      ${definer('app.finish_job(uuid, uuid)')}

      -- A job that threw: again after a while, or parked with its reason when no retry is wanted any more.
      create function app.fail_job(job_id uuid, lease_token uuid, reason text, retry_in interval) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update job set lease = null, leased_until = null, attempts = attempts + 1, starts = 0, queued_at = null, last_error = left(reason, 500),
          state = case when retry_in is null then 'failed' else 'waiting' end, failed_at = case when retry_in is null then app.now() end,
          run_at = coalesce(app.now() + retry_in, run_at)
        where id = job_id and lease = lease_token;
        return found;
      end $$;
      ${definer('app.fail_job(uuid, uuid, text, interval)')}

      create function app.note_job_progress(job_id uuid, lease_token uuid, share real) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update job set progress = share where id = job_id and lease = lease_token;
        return found;
      end $$;
      ${definer('app.note_job_progress(uuid, uuid, real)')}
    `);
  }

  private async operate(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Retry or discard a parked job of the declared organisations; with every_organisation also those of none and of others (platform admins).
      create function app.release_job(job_id uuid, again boolean, every_organisation boolean) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if again then
          update job set state = 'waiting', run_at = app.now(), attempts = 0, starts = 0, failed_at = null
            where id = job_id and state = 'failed' and (every_organisation or organisation_id = any (app.organisations()));
        else
          delete from job where id = job_id and state = 'failed' and (every_organisation or organisation_id = any (app.organisations()));
        end if;
        if again and found then perform pg_notify('job', ''); end if;
        return found;
      end $$;
      ${definer('app.release_job(uuid, boolean, boolean)')}

      create function app.failed_jobs(every_organisation boolean, most integer) returns table (id uuid, organisation_id uuid, name text, attempts integer, last_error text, failed_at timestamptz)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select j.id, j.organisation_id, j.name, j.attempts, j.last_error, j.failed_at from job j
        where j.state = 'failed' and (every_organisation or j.organisation_id = any (app.organisations())) order by j.id desc limit most $$;
      ${definer('app.failed_jobs(boolean, integer)')}

      create function app.queue_figures() returns table (queue text, waiting bigint, running bigint, failed bigint, oldest_seconds double precision)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select j.queue, count(*) filter (where j.state in ('waiting', 'queued') and j.run_at <= app.now()), count(*) filter (where j.state = 'running'), count(*) filter (where j.state = 'failed'),
          coalesce(extract(epoch from app.now() - min(j.run_at) filter (where j.state in ('waiting', 'queued') and j.run_at <= app.now())), 0)::double precision
        from job j group by j.queue $$;
      ${definer('app.queue_figures()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.queue_figures(), app.failed_jobs(boolean, integer), app.release_job(uuid, boolean, boolean), app.note_job_progress(uuid, uuid, real),
        app.fail_job(uuid, uuid, text, interval), app.finish_job(uuid, uuid), app.hold_jobs(uuid[], interval), app.start_job(uuid, uuid, interval, integer), app.starts_of_job(uuid), app.jobs_to_queue(integer, interval);
      drop table worker_heartbeat, job`);
  }
}
