import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, type NotAllowed, type NotFound, type Role, type Tx } from '@app/platform';
import { mayManagePeople } from '../domain/people.policy.js';
import { AlreadyMember } from '../domain/people.problems.js';
import { type ProfileFacts, profileFaults, tidyProfile } from '../domain/profile.js';
import { refusal } from '../domain/refusal.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { roleFaults } from './member-to-change.js';
import { PostInvitation } from './post-invitation.js';

export interface InvitePersonInput extends ProfileFacts {
  readonly organisationId: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/**
 * Notes a human whom the organisation wants to have and asks him by mail. Always a person of its own: whether he has an account
 * elsewhere is not looked up, so no centre learns whom others know.
 */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly postInvitation: PostInvitation,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: InvitePersonInput): Promise<Member | NotAllowed | NotFound | InvalidInput | AlreadyMember> {
    const { organisationId } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManagePeople(actor, organisationId), action: 'person.invite' });
      return refused ?? this.faults(actor, input) ?? this.invite(tx, input);
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person' }, answer);
  }

  private faults(actor: Actor, input: InvitePersonInput): InvalidInput | undefined {
    const faults = [...profileFaults(input)];
    if (!input.email.trim()) faults.push({ field: 'email', reason: 'value.missing' });
    if (input.roles.length === 0) faults.push({ field: 'roles', reason: 'roles.none' });
    return faults.length > 0 ? new InvalidInput(faults) : roleFaults(actor, input.organisationId, input.roles);
  }

  private async invite(tx: Tx, input: InvitePersonInput): Promise<Member | InvalidInput | AlreadyMember> {
    const { organisationId, roles } = input;
    const profile = tidyProfile(input);
    const refused = await this.collision(tx, organisationId, profile);
    if (refused) return refused;
    const personId = await this.people.newPerson(tx);
    const member = await this.people.insert(tx, { organisationId, personId, profile, roles, state: 'invited' });
    // Another request noted the same address since we looked.
    if (!member) return (await this.collision(tx, organisationId, profile)) ?? InvalidInput.at('email', 'email.taken');
    await this.postInvitation.execute(tx, { ...member, email: profile.email ?? input.email });
    await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'invited', version: member.version, personId, facts: { roles } });
    return member;
  }

  private async collision(tx: Tx, organisationId: string, profile: ProfileFacts): Promise<InvalidInput | AlreadyMember | undefined> {
    const taken = await this.people.taken(tx, organisationId, profile);
    if (taken.email) return new AlreadyMember(taken.email);
    if (taken.reference) return InvalidInput.at('reference', 'reference.taken');
    return this.people.siteFault(tx, organisationId, profile.siteId);
  }
}
