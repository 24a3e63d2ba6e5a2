import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, type NotFound, type Role, type StaleVersion } from '@app/platform';
import { standingRoles } from '../domain/membership.js';
import { HasJoined } from '../domain/people.problems.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { type MemberEdit, memberToChange, roleFaults } from './member-to-change.js';
import { PostInvitation } from './post-invitation.js';

export interface SendInvitationInput extends MemberEdit {
  /** Roles to give with it: needed where the person has none that stands (somebody who left). */
  readonly roles?: readonly Role[];
}

/** Asks a known person by mail: one who was imported, who left, or whose invitation was lost or ran out. */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly postInvitation: PostInvitation,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: SendInvitationInput): Promise<Member | NotAllowed | NotFound | StaleVersion | InvalidInput | HasJoined> {
    const { organisationId, personId, roles = [] } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const member = await memberToChange(tx, this.people, input, 'person.invite');
      if (isProblem(member)) return member;
      const standing = standingRoles(member.roles);
      if (member.joinedAt && standing.length > 0) return new HasJoined();
      if (!member.email) return InvalidInput.at('email', 'value.missing');
      if (standing.length + roles.length === 0) return InvalidInput.at('roles', 'roles.none');
      const fault = roleFaults(actor, organisationId, roles);
      if (fault) return fault;
      const added = roles.filter((role) => !standing.includes(role));
      await this.people.grant(tx, member, added, 'invited');
      const invitation = await this.postInvitation.execute(tx, { ...member, email: member.email });
      const version = await this.people.touch(tx, member);
      await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'invited', version, personId, facts: { roles: [...standing, ...added], invitation: invitation.id } });
      return this.people.found(tx, member);
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }
}
