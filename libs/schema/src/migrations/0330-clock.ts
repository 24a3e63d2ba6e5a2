import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** The fixed ticks of the workers: each runs in one worker at a time, however many there are. */
export class Clock1795300000330 implements MigrationInterface {
  name = 'Clock1795300000330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table clock_tick (
        name text not null, ran_at timestamptz not null,
        constraint clock_tick_pk primary key (name));

      -- True for the one caller that shall run the tick now. Real time, not app.now(): a clock that tests move must not stop the ticks.
      create function app.claim_tick(tick text, every interval) returns boolean
        language sql security definer set search_path = pg_catalog, public as $$
        with claimed as (
          insert into clock_tick as t (name, ran_at) values (tick, clock_timestamp())
          on conflict on constraint clock_tick_pk do update set ran_at = excluded.ran_at where t.ran_at <= clock_timestamp() - every
          returning 1)
        select exists (select from claimed) $$;
      ${definer('app.claim_tick(text, interval)')}

      create function app.beat(worker uuid, on_host text, with_pid integer) returns void
        language sql security definer set search_path = pg_catalog, public as $$
        insert into worker_heartbeat (id, host, pid) values (worker, on_host, with_pid)
          on conflict on constraint worker_heartbeat_pk do update set beat_at = clock_timestamp();
        delete from worker_heartbeat where beat_at < clock_timestamp() - interval '1 hour' $$;
      ${definer('app.beat(uuid, text, integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.beat(uuid, text, integer), app.claim_tick(text, interval); drop table clock_tick');
  }
}
