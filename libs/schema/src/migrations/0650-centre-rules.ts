import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';
import { EXPIRE_ROWS } from './0170-privacy.js';
import { claimMessages } from './0301-message-functions.js';
import { FAIR_SHARE } from './0340-fair-dispatch.js';

/** What an organisation decides for itself within bounds: how long data is kept, and when messages reach people who chose nothing. */
export class CentreRules1795300000650 implements MigrationInterface {
  name = 'CentreRules1795300000650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation add column retention jsonb not null default '{}', add column quiet_from time, add column quiet_until time,
        add column digest text not null default 'none', add column digest_daily_at time not null default '17:00',
        add column digest_weekly_day smallint not null default 5, add column digest_weekly_at time not null default '15:00',
        add constraint organisation_quiet_whole check ((quiet_from is null) = (quiet_until is null) and quiet_from is distinct from quiet_until or quiet_from is null and quiet_until is null),
        add constraint organisation_digest_known check (digest in ('none', 'daily', 'weekly') and digest_weekly_day between 1 and 7),
        add constraint organisation_retention_object check (jsonb_typeof(retention) = 'object');
      -- Since when the person's own quiet hours and digest count instead of the organisation's; null: nothing was chosen.
      alter table recipient add column chosen_at timestamptz;
      update recipient set chosen_at = changed_at
        where organisation_id is null and (quiet_from is not null or digest <> 'none');
      alter table app.data_rule add column retention text, add column retention_least integer, add column retention_most integer;
      alter type app.claimed_message add attribute digest_daily_at time, add attribute digest_weekly_day smallint, add attribute digest_weekly_at time;
    `);
    await runner.query(claimMessages(FAIR_SHARE, CENTRE_HOURS));
    await runner.query(`
      -- For whom which number of days holds: organisations that chose one (never outside of the bounds, whatever the row says), and all others.
      create function app.retention_of(rule app.data_rule) returns table (organisation uuid, days integer, chosen uuid[])
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        with chose as (
          select o.id, greatest((rule).retention_least, least((rule).retention_most, (o.retention ->> (rule).retention)::integer)) as days
          from organisation o where (rule).retention is not null and o.retention ? (rule).retention)
        select null::uuid, (rule).expires_days, array(select id from chose) union all select id, days, '{}' from chose;
      end;
      revoke all on function app.retention_of(app.data_rule) from public;

      -- One portion of what is past its rule, from every table; answers how many rows went. A row that is still held waits for the next time.
      create or replace function app.expire_rows(most integer) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare rule app.data_rule; held record; gone bigint; total bigint := 0;
      begin
        for rule in select * from app.data_rule r where r.expires_from is not null and r.fate <> 'emptied' order by r.table_name loop
          for held in select * from app.retention_of(rule) loop
            begin
              execute format('delete from %1$I d where (d.tableoid, d.ctid) in (select t.tableoid, t.ctid from %1$I t where %2$s < app.now() - make_interval(days => $3) and (%4$s)%3$s limit %5$s for update skip locked)',
                rule.table_name, rule.expires_from, ${WHOSE}, coalesce(rule.expires_when, 'true'), most) using held.organisation, held.chosen, held.days;
              get diagnostics gone = row_count;
              total := total + gone;
            exception when foreign_key_violation then null;
            end;
          end loop;
        end loop;
        return total;
      end $$;
      ${definer('app.expire_rows(integer)')}

      -- People whose time in an organisation is over and past its rule: there they are erased as if somebody had asked.
      create or replace function app.people_past_rule(most integer) returns table (organisation_id uuid, person_id uuid)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare rule app.data_rule; held record;
      begin
        select * into strict rule from app.data_rule r where r.table_name = 'profile';
        for held in select * from app.retention_of(rule) loop
          return query execute format('select t.organisation_id, t.person_id from profile t where %s < app.now() - make_interval(days => $3) and (%s)%s limit %s',
            rule.expires_from, coalesce(rule.expires_when, 'true'), ${WHOSE}, most) using held.organisation, held.chosen, held.days;
        end loop;
      end $$;
      ${definer('app.people_past_rule(integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.expire_rows, app.people_past_rule, app.claim_messages(text, integer, interval, integer, uuid)');
    await runner.query(`
      drop function app.retention_of;
      alter type app.claimed_message drop attribute digest_daily_at, drop attribute digest_weekly_day, drop attribute digest_weekly_at;
      alter table app.data_rule drop column retention, drop column retention_least, drop column retention_most;
      alter table recipient drop column chosen_at;
      alter table organisation drop column retention, drop column quiet_from, drop column quiet_until, drop column digest, drop column digest_daily_at,
        drop column digest_weekly_day, drop column digest_weekly_at`);
    await runner.query(claimMessages(FAIR_SHARE));
    await runner.query(EXPIRE_ROWS);
  }
}

/** A part of the statement's text: rows of the organisation that chose, or of all that did not. Tables without an organisation have no choice. */
const WHOSE = `case when rule.retention is null then '' when held.organisation is not null then ' and t.organisation_id = $1' else ' and (t.organisation_id is null or t.organisation_id <> all ($2))' end`;

/** Who chose nothing is told when the organisation says. A program of the version before writes choices without their date: they count. */
const CENTRE_HOURS = {
  quietFrom: 'coalesce(own.quiet_from, case when own.chosen_at is null then o.quiet_from end)',
  quietUntil: 'coalesce(own.quiet_until, case when own.chosen_at is null then o.quiet_until end)',
  digest: `coalesce(nullif(own.digest, 'none'), case when own.chosen_at is null then o.digest end, 'none')`,
  more: ', o.digest_daily_at, o.digest_weekly_day, o.digest_weekly_at',
};
