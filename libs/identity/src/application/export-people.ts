import { Injectable } from '@nestjs/common';
import { type Actor, CSV_BEGINNING, csvLine, Database, isProblem, type NotAllowed, type NotFound } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { refusal } from '../domain/refusal.js';
import { PeopleReads, type PersonRow } from '../persistence/people.reads.js';
import { Journal } from './journal.js';

const PAGE = 1_000;
const HEADINGS = ['reference', 'given name', 'family name', 'email', 'phone', 'language', 'site', 'roles', 'state'];

/** The people of an organisation as comma-separated text, line by line, as our own import reads it back. Who took it stands in the trail. */
@Injectable()
export class ExportPeople {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleReads,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, organisationId: string): Promise<AsyncGenerator<string, void, undefined> | NotAllowed | NotFound> {
    const answer = await this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManagePeople(actor, organisationId), action: 'person.export' });
      if (!refused) await this.journal.enter(tx, { organisationId, subject: { kind: 'organisation', id: organisationId }, kind: 'people-exported' });
      return refused;
    });
    const refused = await this.journal.refusals(actor, { organisationId, kind: 'organisation', id: organisationId }, answer);
    return isProblem(refused) ? refused : this.lines(actor, organisationId);
  }

  /** Page by page in transactions of their own: no connection is held while a slow browser reads. */
  private async *lines(actor: Actor, organisationId: string): AsyncGenerator<string, void, undefined> {
    yield CSV_BEGINNING + csvLine(HEADINGS);
    let after: readonly [string, string] | undefined;
    for (;;) {
      const page = await this.database.as(actor, (tx) => this.people.list(tx, { organisationId }, { first: PAGE, after }));
      yield page.rows.map(line).join('');
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) return;
      after = [last.sortName, last.id];
    }
  }
}

function line(person: PersonRow): string {
  const { reference, givenName, familyName, email, phone, language, siteName, roles, state } = person;
  return csvLine([reference, givenName, familyName, email, phone, language, siteName, roles.map(({ role }) => role).join(' '), state]);
}
