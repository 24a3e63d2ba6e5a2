import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, type NotAllowed, NotFound, type Role, StaleVersion } from '@app/platform';
import { overallState, standingRoles } from '../domain/membership.js';
import { mayManagePeople } from '../domain/people.policy.js';
import { LastManager } from '../domain/people.problems.js';
import { refusal } from '../domain/refusal.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { type MemberEdit, roleFaults } from './member-to-change.js';

export interface ChangeRolesInput extends MemberEdit {
  /** The roles that the person is to have from now on; none ends the membership, which is another use case. */
  readonly roles: readonly Role[];
}

/** Gives and takes roles. Only what the actor could grant is given or taken; the other roles of the person stay as they are. */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: ChangeRolesInput): Promise<Member | NotAllowed | NotFound | StaleVersion | InvalidInput | LastManager> {
    const { organisationId, personId, expectedVersion } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManagePeople(actor, organisationId), action: 'person.change-roles' });
      if (refused) return refused;
      const member = await this.people.lock(tx, { organisationId, personId });
      if (!member) return new NotFound('person');
      if (member.version !== expectedVersion) return new StaleVersion(expectedVersion, member.version);
      if (input.roles.length === 0) return InvalidInput.at('roles', 'roles.none');
      const { before, added, removed } = difference(member, input.roles);
      const fault = roleFaults(actor, organisationId, [...added, ...removed]);
      if (fault) return fault;
      if (added.length + removed.length === 0) return member;
      if (removed.includes('manager') && (await this.people.otherManagers(tx, member)) === 0) return new LastManager();
      await this.people.changeStates(tx, member, { from: ['invited', 'active', 'suspended'], to: 'ended', roles: removed });
      await this.people.grant(tx, member, added, stateOfNewRole(member));
      const version = await this.people.touch(tx, member);
      await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'roles-changed', version, personId, facts: { before, after: [...input.roles].sort() } });
      return this.people.found(tx, member);
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }
}

function difference(member: Member, wanted: readonly Role[]): Record<'before' | 'added' | 'removed', readonly Role[]> {
  const before = standingRoles(member.roles);
  return { before, added: [...new Set(wanted)].filter((role) => !before.includes(role)), removed: before.filter((role) => !wanted.includes(role)) };
}

/** A new role shares the fate of those the person has: suspended with them, asked with them. Somebody who left is asked by SendInvitation. */
function stateOfNewRole(member: Member): 'active' | 'invited' | 'suspended' {
  const state = overallState(member.roles);
  return state === 'ended' ? 'active' : state;
}
