import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { board } from './0205-board.js';
import { SHOWN } from './0241-yielding.js';

/** The board says of each booking how many people would be told if it were moved: nobody of what is only held, and never who moves it. */
export class ToldOnTheBoard1795300000671 implements MigrationInterface {
  name = 'ToldOnTheBoard1795300000671';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(board(SHOWN, TOLD));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(board(SHOWN));
  }
}

const TOLD = `, 'told', case when o.held_until is null then (select count(distinct a.person_id) from public.attendee a
            where a.occurrence_id = o.id and a.state <> 'declined' and a.person_id is distinct from app.person()) else 0 end`;
