import { PostMessages } from '@app/messages';
import { Actor } from '@app/platform';
import { Make } from '../../support/make.js';
import { type TestDatabase } from '../../support/test-database.js';

/** A centre with so many people who can be written to. */
export class Outbox {
  private constructor(
    private readonly test: TestDatabase,
    readonly organisationId: string,
    private readonly people: readonly string[],
  ) {}

  static async fill(test: TestDatabase, count: number): Promise<Outbox> {
    const { id } = await new Make(test).organisation();
    const people = await test.asOwner<{ id: string }>('insert into person select from generate_series(1, $1) returning id', [count]);
    await test.asOwner(
      `insert into recipient (person_id, organisation_id, address, language) select p, $1, 'person-' || n || '@example.org', 'fr' from unnest($2::uuid[]) with ordinality as t(p, n)`,
      [id, people.map((person) => person.id)],
    );
    await test.asOwner('vacuum analyze recipient');
    return new Outbox(test, id, people.map((person) => person.id));
  }

  /** One message to each of the first `count` people, due now or at an instant. */
  async post(count: number, dueAt?: Date): Promise<void> {
    await this.clear();
    const subject = { kind: 'organisation', id: this.organisationId };
    const messages = this.people.slice(0, count).map((personId) => ({ organisationId: this.organisationId, personId, type: 'messages.test', subject, dueAt }));
    await this.test.database.as(Actor.system(this.organisationId), (tx) => new PostMessages().execute(tx, ...messages), { statementTimeout: 60_000 });
  }

  /** As if they had never been: what the last part of a bench left behind is not cleared away during the next one. */
  async clear(): Promise<void> {
    await this.test.asOwner('delete from message');
    await this.test.asOwner('vacuum analyze message');
  }

  async count(state: string): Promise<number> {
    const [row] = await this.test.asOwner<{ n: number }>('select count(*)::int as n from message where state = $1', [state]);
    return row?.n ?? 0;
  }

  async ambiguous(): Promise<number> {
    const [row] = await this.test.asOwner<{ n: number }>('select count(*)::int as n from message where times_ambiguous > 0');
    return row?.n ?? 0;
  }
}
