import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** Rooms and equipment that others let an organisation book, so that forms can offer them beside its own. */
export class LentThings1795300000691 implements MigrationInterface {
  name = 'LentThings1795300000691';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By owner, site and name. An organisation that was not declared is lent nothing.
      create function app.lent_things(p_organisation uuid) returns table (id uuid, kind text, name text, seats integer, site_name text, owner_name text)
      language sql stable security definer set search_path = '' as $$
        select r.id, r.kind, r.name, r.seats, s.name, o.name
        from public.resource r join public.site s on s.id = r.site_id join public.organisation o on o.id = r.organisation_id and o.archived_at is null
        where p_organisation = any (app.organisations()) and r.kind in ('room', 'equipment') and r.archived_at is null and r.organisation_id <> p_organisation
          and r.id in (select h.subject_id from public.share h where h.to_organisation_id = p_organisation and h.subject_kind = r.kind and h.organisation_id = r.organisation_id
            and h."right" = 'book' and h.ended_at is null and (h.until is null or h.until > app.now()))
        order by o.name, s.name, r.name, r.id limit 500
      $$;
      ${definer('app.lent_things(uuid)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.lent_things(uuid)');
  }
}
