import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { type MemberEdit, memberToChange } from './member-to-change.js';

/** Lets a suspended person in again, with the roles that were suspended. */
@Injectable()
export class ReinstateMember {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: MemberEdit): Promise<Member | NotAllowed | NotFound | StaleVersion> {
    const { organisationId, personId } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const member = await memberToChange(tx, this.people, input, 'person.reinstate');
      if (isProblem(member)) return member;
      const roles = await this.people.changeStates(tx, member, { from: ['suspended'], to: 'active' });
      if (roles.length === 0) return member;
      const version = await this.people.touch(tx, member);
      await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'reinstated', version, personId, facts: { roles } });
      return this.people.found(tx, member);
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }
}
