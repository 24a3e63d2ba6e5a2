import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';
import { board } from './0205-board.js';

/** Everything that binds, and staff who yield. */
export const SHOWN = `(b.binding or b.part <> 'learner')`;

/**
 * Whoever turns out to have been booked twice under two names is at two places for a while, trainer or learner: one of the two yields, is
 * seen on the board and on the desk, and binds again by itself when the other one goes away.
 */
export class Yielding1795300000241 implements MigrationInterface {
  name = 'Yielding1795300000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reservation drop constraint reservation_only_learners_yield,
        add constraint reservation_only_people_yield check (binding or part in ('learner', 'trainer', 'expert', 'invigilator', 'staff'));
      ${board(SHOWN)}

      -- What yields although nobody is in the way any more, of all organisations: ids only. Holds that are over stand in nobody's way.
      create function app.yielding_and_free() returns table (organisation_id uuid, reservation_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select r.organisation_id, r.id from reservation r
        where not r.binding and lower(r.during) > app.now() and (r.expires_at is null or r.expires_at > app.now())
          and not exists (select from app.busy(array[r.resource_id], r.during))
        order by r.organisation_id, lower(r.during), r.id $$;
      ${definer('app.yielding_and_free()')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.yielding_and_free();
      ${board()}
      delete from reservation where not binding and part <> 'learner';
      alter table reservation drop constraint reservation_only_people_yield,
        add constraint reservation_only_learners_yield check (binding or part = 'learner')`);
  }
}
