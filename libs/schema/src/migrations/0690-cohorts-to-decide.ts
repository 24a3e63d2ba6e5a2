import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** What coordinators decide about cohorts: too few learners before they begin, seats that are free while people wait. */
export class CohortsToDecide1795300000690 implements MigrationInterface {
  name = 'CohortsToDecide1795300000690';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The rows are those that the caller may see. Confirming a cohort below its minimum is the decision: it is not asked for again.
      create function app.cohorts_to_decide(p_organisation uuid) returns jsonb language sql stable set search_path = pg_catalog, public as $$
        with facing as (
          select c.id, c.name, c.state, c.zone, c.minimum, c.capacity, c.starts_on as "startsOn", c.starts_on::timestamp at time zone c.zone as begins,
            case when c.registration_closes_at > app.now() and c.registration_closes_at < c.starts_on::timestamp at time zone c.zone then c.registration_closes_at end as "registrationClosesAt",
            (select count(*) from enrolment e where e.cohort_id = c.id and e.state in ('active', 'completed', 'graduated')) as enrolled,
            (select count(*) from waiting_place w where w.cohort_id = c.id) as waiting
          from cohort c
          where c.organisation_id = p_organisation and c.state not in ('completed', 'cancelled') and (c.ends_on + 1)::timestamp at time zone c.zone > app.now())
        select jsonb_build_object(
          'short', (select coalesce(jsonb_agg(to_jsonb(s) - 'begins' order by coalesce(s."registrationClosesAt", s.begins), s.id), '[]') from (
            select f.id, f.name, f.enrolled, f.minimum, f.zone, f."startsOn", f."registrationClosesAt", f.begins <= app.now() as "hasBegun", f.begins from facing f
            where f.state in ('draft', 'open') and f.enrolled < f.minimum and coalesce(f."registrationClosesAt", f.begins) < app.now() + interval '28 days'
            order by coalesce(f."registrationClosesAt", f.begins), f.id limit 50) s),
          'seats', (select coalesce(jsonb_agg(to_jsonb(s) - 'begins' order by s.begins, s.id), '[]') from (
            select f.id, f.name, f.capacity - f.enrolled as free, f.waiting, f.begins from facing f
            where f.waiting > 0 and f.enrolled < f.capacity order by f.begins, f.id limit 50) s)) $$;
      ${definer('app.cohorts_to_decide(uuid)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.cohorts_to_decide(uuid)');
  }
}
