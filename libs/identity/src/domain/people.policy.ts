import { type Actor, type Role, roles } from '@app/platform';

const COORDINATOR_GRANTS: readonly Role[] = ['learner', 'trainer', 'expert'];

/** Roles that the actor may give, take away, suspend or end in this organisation; empty for most people. Never a role above the own. */
export function grantableRoles(actor: Actor, organisationId: string): readonly Role[] {
  if (actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'manager')) return roles;
  return actor.isMemberOf(organisationId, 'coordinator') ? COORDINATOR_GRANTS : [];
}

/** Lists, details and searches of people. Trainers and experts see the people of their own groups and bookings, elsewhere. */
export const mayReadPeople = (actor: Actor, organisationId: string): boolean =>
  actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'manager', 'coordinator');

/** Inviting, importing and editing people at all; which ones, `mayManageMember` says. */
export const mayManagePeople = mayReadPeople;

/** A person is managed by those who could grant every role that the person holds: a coordinator does not suspend a manager. */
export const mayManageMember = (actor: Actor, organisationId: string, held: readonly Role[]): boolean => {
  const grantable = grantableRoles(actor, organisationId);
  return grantable.length > 0 && held.every((role) => grantable.includes(role));
};

/** Roles among those asked for that are above or outside the actor's own. */
export const ungrantable = (actor: Actor, organisationId: string, asked: readonly Role[]): readonly Role[] => {
  const grantable = grantableRoles(actor, organisationId);
  return asked.filter((role) => !grantable.includes(role));
};

/** Erasing cannot be undone: managers only, and whom they could manage. */
export const mayErase = (actor: Actor, organisationId: string): boolean => actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'manager');
