import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';
import { actorOfSession } from './0110-sign-in.js';

/**
 * An organisation may demand a second factor of those who run it. Their roles there count from the session on that showed one: no
 * request without it is a manager's or a coordinator's, also not of a session that was open when the demand came.
 */
export class DemandedSecondFactor1795300000180 implements MigrationInterface {
  name = 'DemandedSecondFactor1795300000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organisation add column second_factor_demanded boolean not null default false;
      ${actorOfSession(`and not (o.second_factor_demanded and m.role in ('manager', 'coordinator') and found.second_factor <> 'passed')`)}

      -- Whoever stands outside for want of a second factor sees no row of the organisation any more: this tells him whose demand it is.
      create function app.second_factor_demanded_by() returns text[] language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select coalesce(array_agg(distinct o.name order by o.name), '{}') from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = app.person() and m.state = 'active' and o.archived_at is null and o.second_factor_demanded and m.role in ('manager', 'coordinator')
          and not exists (select from second_factor f where f.person_id = m.person_id and f.activated_at is not null);
      end;
      ${definer('app.second_factor_demanded_by()')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.second_factor_demanded_by;
      ${actorOfSession()}
      alter table organisation drop column second_factor_demanded`);
  }
}
