import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** What another organisation lends has a name for whoever may book it, as on the week board; nothing else of it is told. */
export class NamesOfLentThings1795300000183 implements MigrationInterface {
  name = 'NamesOfLentThings1795300000183';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By share that stands and in which one of the declared organisations is at either end: of no other thing, and of none that was archived.
      -- In plpgsql, because on a new installation the ledger's tables come a few migrations later.
      create function app.names_of_shared_things() returns table (share_id uuid, name text) language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return query select s.id, r.name from share s
          join resource r on r.organisation_id = s.organisation_id and r.id = s.subject_id and r.kind = s.subject_kind and r.archived_at is null
        where (s.organisation_id = any (app.organisations()) or s.to_organisation_id = any (app.organisations()))
          and s.ended_at is null and (s.until is null or s.until > app.now());
      end $$;
      ${definer('app.names_of_shared_things()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.names_of_shared_things');
  }
}
