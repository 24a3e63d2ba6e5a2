import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { agendaChanges } from './0601-agenda-reads.js';

/** What was cancelled before somebody last looked and takes place after all is news of its own kind. */
export class BroughtBack1795300000670 implements MigrationInterface {
  name = 'BroughtBack1795300000670';

  async up(runner: QueryRunner): Promise<void> {
    // The message that said it last: handed over a second time it says the same again.
    await runner.query('alter table calendar_invitation add column told_by uuid');
    // Cancelled and brought back since then: nobody who looks now knew of it.
    await runner.query(agendaChanges(`'created', 'moved', 'cancelled', 'explained', 'reinstated'`, ` when bool_or(c.kind = 'reinstated') and not bool_or(c.kind = 'cancelled') then 'back'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(agendaChanges());
    await runner.query('alter table calendar_invitation drop column told_by');
  }
}
