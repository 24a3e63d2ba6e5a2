import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { standingRoles } from '../domain/membership.js';
import { LastManager } from '../domain/people.problems.js';
import { InvitationStore } from '../persistence/invitation.store.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { type MemberEdit, memberToChange } from './member-to-change.js';

/** The person leaves the organisation: every role ends, the profile and the history stay. */
@Injectable()
export class EndMembership {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly invitations: InvitationStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: MemberEdit): Promise<Member | NotAllowed | NotFound | StaleVersion | LastManager> {
    const { organisationId, personId } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const member = await memberToChange(tx, this.people, input, 'person.end-membership');
      if (isProblem(member)) return member;
      if (standingRoles(member.roles).includes('manager') && (await this.people.otherManagers(tx, member)) === 0) return new LastManager();
      const roles = await this.people.changeStates(tx, member, { from: ['active', 'invited', 'suspended'], to: 'ended' });
      if (roles.length === 0) return member;
      const open = await this.invitations.findOpen(tx, member);
      if (open) await this.invitations.close(tx, open, 'withdrawn');
      const version = await this.people.touch(tx, member);
      await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'left', version, personId, facts: { roles } });
      return this.people.found(tx, member);
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }
}
