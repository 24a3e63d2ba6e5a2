import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect, seal } from '../tenancy.js';

/**
 * Erasure, export and retention, all three done by what the data catalogue says (libs/schema/src/privacy): a table that is declared there
 * is cleaned, exported and expired without another line of code.
 */
export class Privacy1795300000170 implements MigrationInterface {
  name = 'Privacy1795300000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The catalogue, written by every migration run. Nobody but the owner writes here: its texts are run as SQL.
      create table app.data_rule (
        table_name text not null, topic text not null, fate text not null, about text, wherever boolean not null default false,
        expires_from text, expires_days integer, expires_when text,
        empties jsonb not null default '{}', hidden text[] not null default '{}', quotes text[] not null default '{}', shows jsonb not null default '{}',
        may_name boolean not null default false,
        constraint data_rule_pk primary key (table_name),
        constraint data_rule_fate_known check (fate in ('nobody', 'erased', 'emptied', 'evidence', 'passing')));

      -- By what a person is recognised in words of others, until the job has blotted it out there; then the row is deleted.
      create table erasure (
        id uuid not null default uuidv7(), organisation_id uuid, person_id uuid not null, marks jsonb not null, asked_at timestamptz not null default app.now(),
        constraint erasure_pk primary key (id),
        constraint erasure_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint erasure_person_fk foreign key (person_id) references person (id));
      ${seal('erasure')}

      create table data_export (
        id uuid not null default uuidv7(), person_id uuid not null, state text not null default 'asked', content jsonb,
        asked_at timestamptz not null default app.now(), ready_at timestamptz,
        constraint data_export_pk primary key (id),
        constraint data_export_person_fk foreign key (person_id) references person (id),
        constraint data_export_state_known check (state in ('asked', 'ready')),
        constraint data_export_ready_whole check ((state = 'ready') = (content is not null and ready_at is not null)));
      create index data_export_person on data_export (person_id, asked_at);
      ${protect('data_export', { rights: ['select', 'insert'], visible: 'person_id = (select app.person())' })}

      -- The ids under which a person is or was known.
      create function app.person_ids(person uuid) returns uuid[] language sql stable security definer set search_path = pg_catalog, public
        return array(select p.id from person p where p.id = person_ids.person or p.merged_into = person_ids.person);
      revoke all on function app.person_ids(uuid) from public;

      -- Whether the declared actor may see or erase this person: himself altogether, an organisation what it knows of him.
      create function app.check_privacy(person uuid, organisation uuid) returns void language plpgsql stable set search_path = pg_catalog, public as $$
      begin
        if coalesce(case when organisation is null then person = app.person() else organisation = any (app.organisations()) end, false) then return; end if;
        raise insufficient_privilege using message = 'data of another person';
      end $$;
      revoke all on function app.check_privacy(uuid, uuid) from public;

      -- A person whom nobody has claimed and whom one organisation knows has nothing outside it.
      create function app.is_only_known_in(person uuid, organisation uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public
        return exists (select from person p where p.id = person and p.claimed_at is null)
          and not exists (select from profile f where f.person_id = person and f.organisation_id <> organisation);
      revoke all on function app.is_only_known_in(uuid, uuid) from public;

      -- "from <table> t where <about the person>": null where the scope leaves the table out. A null organisation means all there is.
      create function app.rows_about(rule app.data_rule, organisation uuid) returns text language plpgsql stable set search_path = pg_catalog, public as $$
      declare
        own constant boolean := exists (select from pg_attribute a where a.attrelid = rule.table_name::regclass and a.attname = 'organisation_id' and not a.attisdropped);
      begin
        if rule.about is null or (organisation is not null and not own and not rule.wherever) then return null; end if;
        return format('%I t where (%s)', rule.table_name, rule.about) || case when own and organisation is not null then ' and t.organisation_id = $3' else '' end;
      end $$;
      revoke all on function app.rows_about(app.data_rule, uuid) from public;
    `);
    await runner.query(`
      create function app.marks_of(ids uuid[], organisation uuid) returns jsonb language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        with known as (
          select p.given_name, p.family_name, p.email, p.phone, p.reference from profile p
            where p.person_id = any (ids) and (organisation is null or p.organisation_id = organisation)
          union all select split_part(a.name, ' ', 1), nullif(substr(a.name, strpos(a.name, ' ') + 1), a.name), a.email, null, null from account a
            where a.person_id = any (ids) and organisation is null
          union all select null, null, i.email, null, null from invitation i
            where i.person_id = any (ids) and (organisation is null or i.organisation_id = organisation)
        )
        select jsonb_build_object(
          'addresses', coalesce((select jsonb_agg(distinct lower(k.email)) from known k where k.email is not null), '[]'),
          'numbers', coalesce((select jsonb_agg(distinct n) from known k, unnest(array[k.phone, k.reference]) as n where length(n) >= 5), '[]'),
          'names', coalesce((select jsonb_agg(distinct jsonb_build_array(k.given_name, k.family_name)) from known k where k.given_name <> '—' and k.family_name <> ''), '[]'));
      end;
      revoke all on function app.marks_of(uuid[], uuid) from public;

      -- Addresses and numbers wherever they stand; names where given and family name both stand.
      create function app.blot(words text, marks jsonb) returns text language plpgsql immutable set search_path = pg_catalog, public as $$
      declare mark text; name jsonb; part text;
      begin
        for mark in select jsonb_array_elements_text(marks -> 'addresses' || (marks -> 'numbers')) loop
          words := regexp_replace(words, regexp_replace(mark, '([^[:alnum:][:space:]])', '\\\\\\1', 'g'), '…', 'gi');
        end loop;
        for name in select jsonb_array_elements(marks -> 'names') loop
          if strpos(lower(words), lower(name ->> 0)) > 0 and strpos(lower(words), lower(name ->> 1)) > 0 then
            for part in select jsonb_array_elements_text(name) loop
              words := regexp_replace(words, '\\m' || regexp_replace(part, '([^[:alnum:][:space:]])', '\\\\\\1', 'g') || '\\M', '…', 'gi');
            end loop;
          end if;
        end loop;
        return words;
      end $$;
      revoke all on function app.blot(text, jsonb) from public;

      -- Deletes what is to be deleted, in rounds because rows hold each other, and empties what is to be emptied. What others wrote about the
      -- person is left to the job that works through the erasure whose id is answered. Null when there is nothing to erase.
      create function app.erase_person(person uuid, organisation uuid) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        scope constant uuid := case when not app.is_only_known_in(person, organisation) then organisation end;
        ids constant uuid[] := app.person_ids(person);
        marks constant jsonb := app.marks_of(ids, scope);
        addresses constant text[] := array(select jsonb_array_elements_text(marks -> 'addresses'));
        rule app.data_rule; target text; waiting boolean; progress boolean; gone bigint; trouble text; job uuid; sets text;
      begin
        perform app.check_privacy(person, organisation);
        perform from person p where p.id = person and p.erased_at is null and (organisation is not null or p.merged_into is null) for update;
        if not found then return null; end if;
        loop
          waiting := false; progress := false;
          for rule in select * from app.data_rule r where r.fate = 'erased' order by r.table_name loop
            target := app.rows_about(rule, scope);
            continue when target is null;
            begin
              execute 'delete from ' || target using ids, addresses, scope;
              get diagnostics gone = row_count;
              progress := progress or gone > 0;
            exception when foreign_key_violation then
              waiting := true; trouble := sqlerrm;
            end;
          end loop;
          exit when not waiting;
          if not progress then raise exception 'rows of a person are held from elsewhere: %', trouble; end if;
        end loop;
        for rule in select * from app.data_rule r where r.fate = 'emptied' order by r.table_name loop
          target := app.rows_about(rule, scope);
          select string_agg(format('%I = %s', e.key, e.value), ', ') into sets from jsonb_each_text(rule.empties) e;
          if target is not null then execute 'update ' || replace(target, ' t where ', ' t set ' || sets || ' where ') using ids, addresses, scope; end if;
        end loop;
        insert into erasure (organisation_id, person_id, marks) values (scope, person, marks) returning id into job;
        return job;
      end $$;
      ${definer('app.erase_person(uuid, uuid)')}

      create function app.tables_with_quotes() returns setof text language sql stable security definer set search_path = pg_catalog, public
        begin atomic select r.table_name from app.data_rule r where r.quotes <> '{}' order by r.table_name; end;
      ${definer('app.tables_with_quotes()')}

      -- One table's share of an erasure; answers how many rows were changed.
      create function app.blot_mentions(erasure_id uuid, in_table text) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        rule app.data_rule; work erasure; sets text; mentions text; changed bigint; own boolean;
      begin
        select * into work from erasure e where e.id = erasure_id;
        select * into rule from app.data_rule r where r.table_name = in_table and r.quotes <> '{}';
        if work.id is null or rule.table_name is null then return 0; end if;
        select string_agg(format('%1$I = app.blot(t.%1$I::text, $1)::%2$s', a.attname, format_type(a.atttypid, a.atttypmod)), ', '),
            string_agg(format('t.%1$I::text is distinct from app.blot(t.%1$I::text, $1)', a.attname), ' or ')
          into sets, mentions from pg_attribute a where a.attrelid = in_table::regclass and a.attname = any (rule.quotes);
        own := exists (select from pg_attribute a where a.attrelid = in_table::regclass and a.attname = 'organisation_id' and not a.attisdropped);
        execute format('update %I t set %s where (%s)', in_table, sets, mentions) || case when own then ' and ($2 is null or t.organisation_id = $2)' else '' end
          using work.marks, work.organisation_id;
        get diagnostics changed = row_count;
        return changed;
      end $$;
      ${definer('app.blot_mentions(uuid, text)')}

      create function app.finish_erasure(erasure_id uuid) returns void language sql volatile security definer set search_path = pg_catalog, public
        begin atomic delete from erasure e where e.id = erasure_id; end;
      ${definer('app.finish_erasure(uuid)')}
    `);
    await runner.query(`
      -- What an erasure would do, by topic: how many rows go, are emptied or stay; rules that pass by themselves have no count.
      create function app.erasure_preview(person uuid, organisation uuid) returns table (topic text, fate text, "rows" bigint, days integer)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        scope constant uuid := case when not app.is_only_known_in(person, organisation) then organisation end;
        ids constant uuid[] := app.person_ids(person);
        addresses constant text[] := array(select jsonb_array_elements_text(app.marks_of(ids, scope) -> 'addresses'));
        rule app.data_rule; target text;
      begin
        perform app.check_privacy(person, organisation);
        for rule in select * from app.data_rule r where r.fate in ('erased', 'emptied', 'evidence') and r.about is not null order by r.table_name loop
          target := app.rows_about(rule, scope);
          continue when target is null;
          topic := rule.topic; fate := rule.fate; days := case when rule.fate = 'evidence' then rule.expires_days end;
          execute 'select count(*) from ' || target into "rows" using ids, addresses, scope;
          if "rows" > 0 then return next; end if;
        end loop;
        return query select r.topic, r.fate, null::bigint, max(r.expires_days) from app.data_rule r where r.fate = 'passing' and r.may_name and r.topic <> 'machinery' group by r.topic, r.fate;
      end $$;
      ${definer('app.erasure_preview(uuid, uuid)')}

      -- Organisations that know the person who asks, also those that he left.
      create function app.known_in() returns setof uuid language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select distinct p.organisation_id from profile p join organisation o on o.id = p.organisation_id and o.archived_at is null
          where p.person_id = any (app.person_ids(app.person())) order by 1;
        end;
      ${definer('app.known_in()')}

      -- Whether nobody would be left to administer the installation.
      create function app.is_last_admin() returns boolean language sql stable security definer set search_path = pg_catalog, public
        return exists (select from platform_admin a where a.person_id = app.person())
          and not exists (select from platform_admin a join account c on c.person_id = a.person_id and c.state = 'active' where a.person_id <> app.person());
      ${definer('app.is_last_admin()')}

      -- Fills an export inside the database: nothing of it passes through a worker. Twice does no harm.
      create function app.make_export(export uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        owner_id uuid; ids uuid[]; addresses text[]; rule app.data_rule; target text; extra text; part jsonb; gathered jsonb := '{}';
      begin
        select e.person_id into owner_id from data_export e where e.id = export and e.state = 'asked' for update;
        if not found then return false; end if;
        ids := app.person_ids(owner_id);
        addresses := array(select jsonb_array_elements_text(app.marks_of(ids, null) -> 'addresses'));
        for rule in select * from app.data_rule r where r.about is not null order by r.table_name loop
          target := app.rows_about(rule, null);
          select string_agg(format(' || jsonb_build_object(%L, (%s))', s.key, s.value), '') into extra from jsonb_each_text(rule.shows) s;
          execute format('select jsonb_agg(jsonb_strip_nulls((to_jsonb(t) - %L::text[])%s)) from %s', rule.hidden, coalesce(extra, ''), target) into part using ids, addresses, null::uuid;
          if part is not null then gathered := gathered || jsonb_build_object(rule.table_name, part); end if;
        end loop;
        update data_export e set state = 'ready', ready_at = app.now(), content = jsonb_build_object(
            'format', 'tremplin-my-data', 'formatVersion', 1, 'madeAt', app.now(), 'person', owner_id,
            'organisations', coalesce((select jsonb_object_agg(o.id, o.name) from organisation o where exists (select from profile p where p.organisation_id = o.id and p.person_id = any (ids))), '{}'),
            'data', gathered)
          where e.id = export;
        return true;
      end $$;
      ${definer('app.make_export(uuid)')}

      ${EXPIRE_ROWS}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function app.people_past_rule, app.expire_rows, app.make_export, app.is_last_admin, app.known_in, app.erasure_preview, app.finish_erasure, app.blot_mentions,
      app.tables_with_quotes, app.erase_person, app.blot, app.marks_of, app.rows_about, app.is_only_known_in, app.check_privacy, app.person_ids;
      drop table data_export, erasure, app.data_rule`);
  }
}

/** Retention as it was before organisations chose. */
export const EXPIRE_ROWS = `
      -- One portion of what is past its rule, from every table; answers how many rows went. A row that is still held waits for the next time.
      create function app.expire_rows(most integer) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare rule app.data_rule; gone bigint; total bigint := 0;
      begin
        for rule in select * from app.data_rule r where r.expires_from is not null and r.fate <> 'emptied' order by r.table_name loop
          begin
            execute format('delete from %1$I d where (d.tableoid, d.ctid) in (select t.tableoid, t.ctid from %1$I t where %2$s < app.now() - make_interval(days => %3$s) and (%4$s) limit %5$s for update skip locked)',
              rule.table_name, rule.expires_from, rule.expires_days, coalesce(rule.expires_when, 'true'), most);
            get diagnostics gone = row_count;
            total := total + gone;
          exception when foreign_key_violation then null;
          end;
        end loop;
        return total;
      end $$;
      ${definer('app.expire_rows(integer)')}

      -- People whose time in an organisation is over and past its rule: there they are erased as if somebody had asked.
      create function app.people_past_rule(most integer) returns table (organisation_id uuid, person_id uuid) language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare rule app.data_rule;
      begin
        select * into strict rule from app.data_rule r where r.table_name = 'profile';
        return query execute format('select t.organisation_id, t.person_id from profile t where %s < app.now() - make_interval(days => %s) and (%s) limit %s',
          rule.expires_from, rule.expires_days, coalesce(rule.expires_when, 'true'), most);
      end $$;
      ${definer('app.people_past_rule(integer)')}`;
