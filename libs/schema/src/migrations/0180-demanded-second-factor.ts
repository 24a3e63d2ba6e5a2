import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** What every session opens, but for roles that wait: the statement of 0110, with one condition more. */
const actorOfSession = (roles: string): string => `
  create or replace function app.actor_of_session(token_hash bytea, quietly boolean)
    returns table (session_id uuid, person_id uuid, language text, renewal_due boolean, platform_admin boolean, memberships jsonb)
    language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    with found as (
      select s.id, s.person_id, s.way, s.second_factor, s.last_used_at, s.replaces,
        s.renewal_due and coalesce(s.renewed_at < app.now() - interval '10 seconds', true) as renewal_due
      from session s
      where s.token_hash = actor_of_session.token_hash and s.ended_at is null and s.expires_at > app.now()
        and s.second_factor <> 'pending' and app.may_sign_in(s.person_id)
    ), idle as (
      select s.id from session s
      where s.id = (select found.id from found where found.last_used_at < app.now() - interval '1 minute' or found.replaces is not null)
        and not actor_of_session.quietly
      for update skip locked
    ), used as (
      update session s set last_used_at = app.now(), expires_at = least(s.created_at + interval '30 days', app.now() + interval '7 days'), replaces = null
      from idle where s.id = idle.id
    ), replaced as (
      update session s set last_used_at = app.now(), expires_at = least(s.expires_at, app.now() + interval '5 seconds'), renewal_due = false
      from found join idle using (id) where s.id = found.replaces
    )
    select found.id, found.person_id, a.language, found.renewal_due,
      (found.way <> 'oidc' or found.second_factor = 'passed') and exists (select from platform_admin pa where pa.person_id = found.person_id),
      coalesce((select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role) order by m.organisation_id, m.role)
        from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = found.person_id and m.state = 'active' and o.archived_at is null ${roles}), '[]')
    from found join account a on a.person_id = found.person_id;
  end;
  ${definer('app.actor_of_session(bytea, boolean)')}`;

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
      ${actorOfSession('')}
      alter table organisation drop column second_factor_demanded`);
  }
}
