import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** What the inviting organisation calls our roles, for who holds the link. */
export class WordsOfInvitations1795300000182 implements MigrationInterface {
  name = 'WordsOfInvitations1795300000182';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.words_of_invitation(token_hash bytea) returns jsonb language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select o.words from invitation_token t join organisation o on o.id = t.organisation_id and o.archived_at is null where t.token_hash = words_of_invitation.token_hash;
      end;
      ${definer('app.words_of_invitation(bytea)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.words_of_invitation');
  }
}
