import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, NotAllowed, NotFound, type StaleVersion } from '@app/platform';
import { LastManager } from '../domain/people.problems.js';
import { mayErase } from '../domain/people.policy.js';
import { PeopleStore } from '../persistence/people.store.js';
import { EraseKnownPerson } from './erase-known-person.js';
import { Journal } from './journal.js';
import { type MemberEdit, memberToChange } from './member-to-change.js';

export interface ErasedPerson {
  readonly personId: string;
}

type Refusal = NotAllowed | NotFound | StaleVersion | InvalidInput | LastManager;

/** The organisation forgets a person. The account of a human who has one is his, and stays. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly eraseKnown: EraseKnownPerson,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: MemberEdit): Promise<ErasedPerson | Refusal> {
    const { organisationId, personId } = input;
    const answer = await this.database.as(actor, async (tx): Promise<ErasedPerson | Refusal> => {
      const member = await memberToChange(tx, this.people, input, 'person.erase');
      if (isProblem(member)) return member;
      if (!mayErase(actor, organisationId)) return new NotAllowed('person.erase');
      if (personId === actor.personId) return InvalidInput.at('personId', 'person.oneself');
      if (member.roles.some(({ role, state }) => role === 'manager' && state === 'active') && (await this.people.otherManagers(tx, member)) === 0) return new LastManager();
      return (await this.eraseKnown.execute(tx, { organisationId, personId }, 'organisation')) ? { personId } : new NotFound('person');
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }
}
