import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/**
 * Removes the demo centre with everything that was made in it, and the made-up people who belong nowhere else. Its row stays, archived,
 * because its audit trail stays: nothing removes an entry of that.
 */
export class RemoveDemo1795300000450 implements MigrationInterface {
  name = 'RemoveDemo1795300000450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Deletes in rounds until every row is gone: what another row still refers to waits for the next round, so that no list of tables
      -- has to be kept in order. A round without progress is a bug and fails.
      create function app.delete_everywhere(columns text[], ids uuid[], kept text[]) returns void
        language plpgsql volatile set search_path = pg_catalog, public as $$
      declare place record; waiting boolean; progress boolean; gone bigint; trouble text;
      begin
        loop
          waiting := false; progress := false;
          for place in
            select c.oid::regclass as tab, a.attname as col from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and a.attname = any (columns) and a.atttypid = 'uuid'::regtype and not a.attisdropped and c.relname <> all (kept)
          loop
            begin
              execute format('delete from %s where %I = any ($1)', place.tab, place.col) using ids;
              get diagnostics gone = row_count;
              progress := progress or gone > 0;
            exception when foreign_key_violation then
              waiting := true; trouble := sqlerrm;
            end;
          end loop;
          exit when not waiting;
          if not progress then raise exception 'rows are held from elsewhere: %', trouble; end if;
        end loop;
      end $$;
      revoke all on function app.delete_everywhere(text[], uuid[], text[]) from public;

      create function app.remove_demo(demo uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare people uuid[];
      begin
        if demo is null or demo <> all (app.organisations()) then return false; end if;
        perform from organisation o where o.id = demo and o.is_demo and o.archived_at is null for update;
        if not found then return false; end if;
        select coalesce(array_agg(p.id), '{}') into people from person p
          where exists (select from membership m where m.person_id = p.id and m.organisation_id = demo)
            and not exists (select from membership m where m.person_id = p.id and m.organisation_id <> demo)
            and not exists (select from platform_admin a where a.person_id = p.id);
        perform app.delete_everywhere('{organisation_id,resource_organisation_id,to_organisation_id}', array[demo], '{organisation,audit_entry}');
        perform app.delete_everywhere('{person_id,granted_by}', people, '{audit_entry,membership,profile}');
        delete from person p where p.id = any (people);
        update organisation set archived_at = app.now(), version = version + 1 where id = demo;
        return true;
      end $$;
      ${definer('app.remove_demo(uuid)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.remove_demo, app.delete_everywhere');
  }
}
