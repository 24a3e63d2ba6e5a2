import { Actor, type Role } from '@app/platform';

/**
 * The same actor with a membership that he is about to have (the founder's, the invited one's): the database accepts rows of declared
 * organisations only. For use cases that have already decided that he may.
 */
export function actingIn(actor: Actor, personId: string, membership: { readonly organisationId: string; readonly role: Role }): Actor {
  const { requestId, language, sessionId, platformAdmin, memberships } = actor;
  return Actor.person({ personId, requestId, language, sessionId, platformAdmin, memberships: [...memberships, membership] });
}
