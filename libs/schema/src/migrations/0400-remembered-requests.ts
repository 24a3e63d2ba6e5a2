import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';

/** What a mutation answered under a request id: the same id again gets the same answer for 24 hours, and the work is done once. */
export class RememberedRequests1795300000400 implements MigrationInterface {
  name = 'RememberedRequests1795300000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table remembered_request (
        actor_id uuid not null, request_id text not null, fingerprint bytea not null, state text not null default 'running',
        answer jsonb, lease uuid, lease_until timestamptz, at timestamptz not null default app.now(),
        constraint remembered_request_pk primary key (actor_id, request_id),
        constraint remembered_request_state_known check (state in ('running', 'committed', 'done')),
        constraint remembered_request_id_short check (length(request_id) between 8 and 100),
        constraint remembered_request_sha256 check (length(fingerprint) = 32));
      create index remembered_request_age on remembered_request (at);
      ${protect('remembered_request', { visible: 'actor_id = (select app.person())' })}

      create function app.forget_requests(most integer) returns integer language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with old as (select r.actor_id, r.request_id from remembered_request r where r.at < app.now() - interval '24 hours' order by r.at limit most for update skip locked),
        gone as (delete from remembered_request r using old where r.actor_id = old.actor_id and r.request_id = old.request_id returning 1)
        select count(*)::integer from gone;
      end;
      ${definer('app.forget_requests(integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.forget_requests; drop table remembered_request');
  }
}
