import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tells the event streams that something changed: ids only, in the commit of the change, so that nothing is heard that did not happen. */
export class LiveChanges1795300000402 implements MigrationInterface {
  name = 'LiveChanges1795300000402';

  async up(runner: QueryRunner): Promise<void> {
    // A large import would fill the queue of notifications: then the kinds alone are told, and pages read again what they show.
    await runner.query(`
      create function app.tell_live_changes() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if (select count(*) from fresh) <= 50 then
          -- Who takes part in an occurrence hears of it as well. A notification holds 8,000 bytes: of a larger crowd only staff hears.
          perform pg_notify('live_change', json_build_object('o', f.organisation_id, 'k', f.subject_kind, 'i', f.subject_id, 'v', f.version, 'c', f.kind, 'p', f.person_id,
            'a', (select case when count(*) <= 150 then json_agg(distinct a.person_id) end from attendee a where a.occurrence_id = f.subject_id and f.subject_kind = 'occurrence'))::text) from fresh f;
        else
          perform pg_notify('live_change', json_build_object('o', f.organisation_id, 'k', f.subject_kind)::text) from (select distinct organisation_id, subject_kind from fresh) f;
        end if;
        return null;
      end $$;
      revoke all on function app.tell_live_changes() from public;
      create trigger change_is_told after insert on change referencing new table as fresh for each statement execute function app.tell_live_changes();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger change_is_told on change; drop function app.tell_live_changes');
  }
}
