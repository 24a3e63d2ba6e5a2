import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, seal } from '../tenancy.js';

/** The one-time link that makes the first platform admin of an installation that has none. */
export class FirstAdmin1795300000113 implements MigrationInterface {
  name = 'FirstAdmin1795300000113';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table setup_link (
        token_hash bytea not null, created_at timestamptz not null default app.now(), expires_at timestamptz not null default app.now() + interval '24 hours',
        constraint setup_link_pk primary key (token_hash),
        constraint setup_link_token_sha256 check (length(token_hash) = 32));
      ${seal('setup_link')}

      -- Only the newest link counts. False, and nothing done, where a platform admin exists.
      create function app.create_setup_link(token_hash bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        lock table setup_link in exclusive mode;
        if exists (select from platform_admin) then return false; end if;
        delete from setup_link;
        insert into setup_link (token_hash) values (create_setup_link.token_hash);
        return true;
      end $$;
      ${definer('app.create_setup_link(bytea)')}

      create function app.setup_link_is_open(token_hash bytea) returns boolean language sql stable security definer set search_path = pg_catalog, public
        return not exists (select from platform_admin)
          and exists (select from setup_link l where l.token_hash = setup_link_is_open.token_hash and l.expires_at > app.now());
      ${definer('app.setup_link_is_open(bytea)')}

      -- Uses the link up for the person of the transaction. Of two that do so at once, one gets it.
      create function app.accept_setup_link(token_hash bytea) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        lock table setup_link in exclusive mode;
        if app.person() is null or not app.setup_link_is_open(accept_setup_link.token_hash) then return false; end if;
        delete from setup_link;
        insert into platform_admin (person_id) values (app.person());
        return true;
      end $$;
      ${definer('app.accept_setup_link(bytea)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.accept_setup_link, app.setup_link_is_open, app.create_setup_link; drop table setup_link');
  }
}
