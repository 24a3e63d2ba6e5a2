import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** What an occurrence of one's own takes, by name, also where it is on loan: row-level security shows a resource to its owner only. */
export class ThingsOfOccurrences1795300000720 implements MigrationInterface {
  name = 'ThingsOfOccurrences1795300000720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rooms first, by name. Of an occurrence of an organisation that was not declared nothing is told.
      create function app.things_of(p_occurrence uuid) returns table (id uuid, kind text, name text)
      language sql stable security definer set search_path = '' as $$
        select r.id, v.part, r.name from public.reservation v join public.resource r on r.id = v.resource_id
        where v.occurrence_id = p_occurrence and v.part in ('room', 'equipment') and v.organisation_id = any (app.organisations())
        order by v.part desc, r.name, r.id
      $$;
      ${definer('app.things_of(uuid)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.things_of(uuid)');
  }
}
