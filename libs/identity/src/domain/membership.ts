import { type Role } from '@app/platform';

/** invited: asked by mail, not yet answered; active; suspended: out everywhere until reinstated; ended: left, kept as history. */
export const membershipStates = ['invited', 'active', 'suspended', 'ended'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** One role of a person in one organisation. */
export interface RoleHeld {
  readonly role: Role;
  readonly state: MembershipState;
}

/** The state of the person as a whole: what stands highest among the roles. */
export function overallState(held: readonly RoleHeld[]): MembershipState {
  const order: readonly MembershipState[] = ['suspended', 'active', 'invited', 'ended'];
  return order.find((state) => held.some((role) => role.state === state)) ?? 'ended';
}

/** The roles that count now: those that ended are history. */
export function standingRoles(held: readonly RoleHeld[]): readonly Role[] {
  return held.filter((role) => role.state !== 'ended').map((role) => role.role);
}
