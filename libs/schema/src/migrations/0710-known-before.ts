import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whether learners may register for a cohort without what its course builds on. */
export class KnownBefore1795300000710 implements MigrationInterface {
  name = 'KnownBefore1795300000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only who has completed the courses that come before registers himself; staff enrol whom they know to be able.
      alter table cohort add column demands_prerequisites boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cohort drop column demands_prerequisites');
  }
}
