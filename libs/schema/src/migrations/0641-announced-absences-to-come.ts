import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { organisationsWithPlans } from './0240-zone-rules.js';

/** Half-days that somebody announced follow new rules of a zone too, also where nothing is planned in them yet. */
export class AnnouncedAbsencesToCome1795300000641 implements MigrationInterface {
  name = 'AnnouncedAbsencesToCome1795300000641';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(organisationsWithPlans(`or exists (select from absence_notice n where n.organisation_id = o.id and upper(n.during) > app.now() and n.state <> 'withdrawn')`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(organisationsWithPlans());
  }
}
