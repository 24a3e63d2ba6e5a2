import { Injectable } from '@nestjs/common';
import { NotAllowed, type Role, type Tx } from '@app/platform';
import { AlreadyMember } from '../domain/people.problems.js';
import { type ProfileFacts, tidyProfile } from '../domain/profile.js';
import { type AddressTaken } from '../domain/sign-in.problems.js';
import { OrganisationStore } from '../persistence/organisation.store.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { OpenAccount } from './open-account.js';

export interface DemoPerson extends ProfileFacts {
  readonly organisationId: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string;
}

/** The inner half of AddDemoPerson: profile, roles and account, all or nothing, in a transaction of that person. */
@Injectable()
export class JoinDemo {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly people: PeopleStore,
    private readonly openAccount: OpenAccount,
    private readonly journal: Journal,
  ) {}

  async execute(tx: Tx, personId: string, person: DemoPerson): Promise<Member | NotAllowed | AlreadyMember | AddressTaken> {
    const { organisationId, roles, passwordHash, email } = person;
    if (!(await this.organisations.lock(tx, organisationId))?.isDemo) return new NotAllowed('demo.join');
    const profile = tidyProfile(person);
    const member = await this.people.insert(tx, { organisationId, personId, profile, roles, state: 'active', joined: true });
    if (!member) return new AlreadyMember(personId);
    const name = [profile.givenName, profile.familyName].filter(Boolean).join(' ');
    const taken = await this.openAccount.execute(tx, { email, name, language: member.language, verified: true, passwordHash });
    if (taken) return taken;
    await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'joined', version: member.version, personId });
    return member;
  }
}
