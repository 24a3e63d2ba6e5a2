import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { feedWithPast } from './0672-what-rooms-remember.js';

/** Calendars say whether something is a workshop or a masterclass; of what the reader may not see they still say only that it is taken. */
export class KindsInCalendars1795300000700 implements MigrationInterface {
  name = 'KindsInCalendars1795300000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(feedWithPast(', case when card.title is not null then o.kind end as kind'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(feedWithPast());
  }
}
