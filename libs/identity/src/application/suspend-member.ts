import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { LastManager } from '../domain/people.problems.js';
import { InvitationStore } from '../persistence/invitation.store.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { type MemberEdit, memberToChange } from './member-to-change.js';

export interface SuspendMemberInput extends MemberEdit {
  /** Why; kept in the erasable part of the trail. */
  readonly reason?: string;
}

/**
 * Shuts a person out of the organisation at once: sessions lose its rights with the commit (the database ends or renews them), an open
 * invitation is withdrawn. Everything the person did stays.
 */
@Injectable()
export class SuspendMember {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly invitations: InvitationStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: SuspendMemberInput): Promise<Member | NotAllowed | NotFound | StaleVersion | InvalidInput | LastManager> {
    const { organisationId, personId, reason } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const member = await memberToChange(tx, this.people, input, 'person.suspend');
      if (isProblem(member)) return member;
      if (personId === actor.personId) return InvalidInput.at('personId', 'person.oneself');
      if (member.roles.some(({ role, state }) => role === 'manager' && state === 'active') && (await this.people.otherManagers(tx, member)) === 0) return new LastManager();
      const roles = await this.people.changeStates(tx, member, { from: ['active', 'invited'], to: 'suspended' });
      if (roles.length === 0) return member;
      const open = await this.invitations.findOpen(tx, member);
      if (open) await this.invitations.close(tx, open, 'withdrawn');
      const version = await this.people.touch(tx, member);
      const subject = { kind: 'person', id: personId };
      await this.journal.enter(tx, { organisationId, subject, kind: 'suspended', version, personId, facts: { roles }, personal: reason ? { reason } : undefined });
      return this.people.found(tx, member);
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }
}
