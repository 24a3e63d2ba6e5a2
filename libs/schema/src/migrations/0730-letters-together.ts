import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** Which letters have company: others of the same kinds leave to the same person about the same time. */
export class LettersTogether1795300000730 implements MigrationInterface {
  name = 'LettersTogether1795300000730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of these mails those beside which another one of the types is due to the same person, or waits for a letter that tells of several.
      create function app.mails_in_company(ids uuid[], types text[], within interval) returns setof uuid
        language sql stable security definer set search_path = pg_catalog, public as $$
        select m.id from message m
        where m.id = any (ids) and exists (
          select from message other left join message letter on letter.id = other.digest_id
          where other.person_id = m.person_id and other.organisation_id is not distinct from m.organisation_id and other.id <> m.id
            and other.channel = 'mail' and other.type = any (types) and not other.urgent and other.times_ambiguous = 0
            and (other.state = 'due' and other.next_at <= app.now() + within or other.state = 'held' and letter.state = 'due' and letter.next_at <= app.now() + within)) $$;
      ${definer('app.mails_in_company(uuid[], text[], interval)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.mails_in_company(uuid[], text[], interval)');
  }
}
