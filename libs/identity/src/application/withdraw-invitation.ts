import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed, NotFound, type StaleVersion } from '@app/platform';
import { InvitationStore } from '../persistence/invitation.store.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { type MemberEdit, memberToChange } from './member-to-change.js';

/** Takes an open invitation back: its links open nothing any more and the roles that were offered end. */
@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly invitations: InvitationStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: MemberEdit): Promise<Member | NotAllowed | NotFound | StaleVersion> {
    const { organisationId, personId } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const member = await memberToChange(tx, this.people, input, 'person.withdraw-invitation');
      if (isProblem(member)) return member;
      const open = await this.invitations.findOpen(tx, member);
      if (!open || !(await this.invitations.close(tx, open, 'withdrawn'))) return new NotFound('invitation');
      const roles = await this.people.changeStates(tx, member, { from: ['invited'], to: 'ended' });
      const version = await this.people.touch(tx, member);
      await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'invitation-withdrawn', version, personId, facts: { roles, invitation: open.id } });
      return this.people.found(tx, member);
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }
}
