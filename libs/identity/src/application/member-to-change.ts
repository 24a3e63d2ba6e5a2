import { type Actor, InvalidInput, NotAllowed, NotFound, type Role, StaleVersion, type Tx } from '@app/platform';
import { standingRoles } from '../domain/membership.js';
import { mayManageMember, ungrantable } from '../domain/people.policy.js';
import { refusal } from '../domain/refusal.js';
import { type Member, type MemberKey, type PeopleStore } from '../persistence/people.store.js';

/** Which version of which person the actor has seen; every edit of a person starts with it. */
export interface MemberEdit extends MemberKey {
  readonly expectedVersion: number;
}

/** The person under a lock, when the actor may change him and has seen his present version. */
export async function memberToChange(tx: Tx, people: PeopleStore, edit: MemberEdit, action: string): Promise<Member | NotAllowed | NotFound | StaleVersion> {
  const { organisationId, personId, expectedVersion } = edit;
  const refused = refusal(tx.actor, organisationId, { granted: mayManageMember(tx.actor, organisationId, []), action });
  if (refused) return refused;
  const member = await people.lock(tx, { organisationId, personId });
  if (!member) return new NotFound('person');
  if (!mayManageMember(tx.actor, organisationId, standingRoles(member.roles))) return new NotAllowed(action);
  return member.version === expectedVersion ? member : new StaleVersion(expectedVersion, member.version);
}

/** Roles asked for that the actor may not give or take, each as a fault (case 14); none when all are his to give. */
export function roleFaults(actor: Actor, organisationId: string, asked: readonly Role[]): InvalidInput | undefined {
  const refused = ungrantable(actor, organisationId, asked);
  return refused.length > 0 ? new InvalidInput(refused.map((role) => ({ field: 'roles', reason: 'role.not-yours', values: { role } }))) : undefined;
}
