import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { claimMessages, OLDEST_FIRST } from './0301-message-functions.js';

/** Nobody's organisation, for what concerns the sign-in itself: an index finds no next one behind null. */
const NOBODYS = `'00000000-0000-0000-0000-000000000000'::uuid`;
const WAITING = `m.state in ('due', 'ambiguous') and not m.urgent and m.channel = of_channel`;
const FREE = `m.next_at <= instant and (m.leased_until is null or m.leased_until < instant)`;
const OWNER = `coalesce(m.organisation_id, ${NOBODYS})`;

/** Who is not urgent: the oldest, and everybody a share where there are many. */
export const FAIR_SHARE = 'select n.id, n.claims from app.next_messages(of_channel, instant, greatest(0, allowed - (select count(*)::integer from urgent))) n';

/**
 * An organisation with ten thousand messages does not delay another one's. As long as all that is due fits into one portion, the oldest
 * go first, as before; beyond that every organisation with something due gets an equal share of the portion.
 */
export class FairDispatch1795300000340 implements MigrationInterface {
  name = 'FairDispatch1795300000340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index message_share on message (channel, (coalesce(organisation_id, ${NOBODYS})), next_at) where state in ('due', 'ambiguous') and not urgent;

      -- Jumps from one organisation to the next in the index: what it costs grows with their number, not with that of their messages.
      create function app.shares_of_due(of_channel text, instant timestamptz, most integer) returns table (id uuid, claims integer)
        language plpgsql set search_path = pg_catalog, public as $$
      begin
        return query
          with recursive organisations as (
            (select ${OWNER} as owner from message m where ${WAITING} order by 1 limit 1)
            union all
            select (select ${OWNER} from message m where ${WAITING} and ${OWNER} > o.owner order by 1 limit 1) from organisations o where o.owner is not null
          ), asking as (
            select o.owner, count(*) over () as among from organisations o
            where o.owner is not null and exists (select from message m where ${WAITING} and ${OWNER} = o.owner and ${FREE})
          ), shares as (
            select x.id, x.claims, x.next_at, x.rank from asking a cross join lateral (
              select y.id, y.claims, y.next_at, row_number() over (order by y.next_at) as rank from (
                select m.id, m.claims, m.next_at from message m where ${WAITING} and ${OWNER} = a.owner and ${FREE}
                order by m.next_at limit ceil(most::numeric / a.among) for update skip locked) y) x
          )
          select s.id, s.claims from shares s order by s.rank, s.next_at limit most;
      end $$;

      create function app.next_messages(of_channel text, instant timestamptz, most integer) returns table (id uuid, claims integer)
        language plpgsql set search_path = pg_catalog, public as $$
      begin
        if most <= 0 then return; end if;
        if (select count(*) from (select from message m where ${WAITING} and ${FREE} limit most + 1) due) > most then
          return query select s.id, s.claims from app.shares_of_due(of_channel, instant, most) s;
        else
          return query select m.id, m.claims from message m where ${WAITING} and ${FREE} order by m.next_at limit most for update skip locked;
        end if;
      end $$;
      revoke all on function app.shares_of_due(text, timestamptz, integer), app.next_messages(text, timestamptz, integer) from public;
    `);
    await runner.query(claimMessages(FAIR_SHARE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(claimMessages(OLDEST_FIRST));
    await runner.query('drop function app.next_messages(text, timestamptz, integer), app.shares_of_due(text, timestamptz, integer); drop index message_share');
  }
}
