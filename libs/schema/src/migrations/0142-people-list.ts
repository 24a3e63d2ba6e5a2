import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/**
 * The list of people. A definer function, because under a policy LIKE is not leakproof and could not use the trigram index; built per
 * question, because one plan for all questions would serve none of them.
 */
export class PeopleList1795300000142 implements MigrationInterface {
  name = 'PeopleList1795300000142';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What stands highest among a person's roles (domain/membership.ts says the same).
      create function app.member_state(organisation uuid, of_person uuid) returns text language sql stable set search_path = pg_catalog, public
        return (select case when bool_or(m.state = 'suspended') then 'suspended' when bool_or(m.state = 'active') then 'active'
            when bool_or(m.state = 'invited') then 'invited' else 'ended' end
          from membership m where m.organisation_id = organisation and m.person_id = of_person);
      revoke all on function app.member_state(uuid, uuid) from public;

      create function app.people(organisation uuid, words text[], of_roles text[], of_states text[], of_site uuid, after_name text, after_id uuid, most integer)
        returns table (id uuid, person_id uuid, given_name text, family_name text, email text, phone text, language text, reference text,
          site_id uuid, site_name text, joined_at timestamptz, version integer, state text, roles json, invitation_expires_at timestamptz, sort_name text)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        wanted text := '';
        word text;
      begin
        if not organisation = any (app.organisations()) then raise insufficient_privilege using message = 'people of another organisation'; end if;
        foreach word in array words loop
          wanted := wanted || format(' and p.search_text like %L', '%' || regexp_replace(app.fold(word), '([\\\\%_])', '\\\\\\1', 'g') || '%');
        end loop;
        if of_roles is not null then
          wanted := wanted || format(' and exists (select from membership m where m.organisation_id = p.organisation_id and m.person_id = p.person_id
            and m.role = any (%L::text[]) and m.state <> %L)', of_roles, 'ended');
        end if;
        if of_site is not null then wanted := wanted || format(' and p.site_id = %L', of_site); end if;
        if after_name is not null then wanted := wanted || format(' and (p.sort_name, p.id) > (%L, %L::uuid)', after_name, after_id); end if;
        return query execute format($query$
          with page as (
            select p.*, app.member_state(p.organisation_id, p.person_id) as standing from profile p
            where p.organisation_id = %L and p.archived_at is null %s and app.member_state(p.organisation_id, p.person_id) = any (%L::text[])
            order by p.sort_name, p.id limit %s)
          select page.id, page.person_id, page.given_name, page.family_name, page.email, page.phone, page.language, page.reference,
            page.site_id, s.name, page.joined_at, page.version, page.standing,
            (select coalesce(json_agg(json_build_object('role', m.role, 'state', m.state, 'since', m.since) order by m.role), '[]') from membership m
              where m.organisation_id = page.organisation_id and m.person_id = page.person_id and m.state <> 'ended'),
            (select i.expires_at from invitation i where i.organisation_id = page.organisation_id and i.person_id = page.person_id and i.state = 'open'),
            page.sort_name
          from page left join site s on s.organisation_id = page.organisation_id and s.id = page.site_id
          order by page.sort_name, page.id $query$, organisation, wanted, of_states, most);
      end $$;
      ${definer('app.people(uuid, text[], text[], text[], uuid, text, uuid, integer)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.people, app.member_state');
  }
}
