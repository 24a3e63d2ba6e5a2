import { Injectable } from '@nestjs/common';
import { Actor, Database, InvalidInput, type NotAllowed } from '@app/platform';
import { type AlreadyMember } from '../domain/people.problems.js';
import { profileFaults } from '../domain/profile.js';
import { type AddressTaken } from '../domain/sign-in.problems.js';
import { type Member } from '../persistence/people.store.js';
import { SetupLinkStore } from '../persistence/setup-link.store.js';
import { type DemoPerson, JoinDemo } from './join-demo.js';

/**
 * A made-up person of a demo centre, who can sign in at once: nobody is asked by mail, because nobody is there to read it. Only the
 * installation's own command calls this, it is reachable by no API, and it refuses every organisation that is no demo.
 */
@Injectable()
export class AddDemoPerson {
  constructor(
    private readonly database: Database,
    private readonly persons: SetupLinkStore,
    private readonly joinDemo: JoinDemo,
  ) {}

  async execute(input: DemoPerson): Promise<Member | NotAllowed | InvalidInput | AlreadyMember | AddressTaken> {
    const faults = profileFaults(input);
    if (faults.length > 0) return new InvalidInput(faults);
    const personId = await this.database.as(Actor.anonymous(), (tx) => this.persons.newPersonId(tx));
    const newcomer = Actor.person({ personId, memberships: [{ organisationId: input.organisationId, role: 'manager' }] });
    return this.database.as(newcomer, async (tx) => {
      await this.persons.insertOwnPerson(tx);
      return this.joinDemo.execute(tx, personId, input);
    });
  }
}
