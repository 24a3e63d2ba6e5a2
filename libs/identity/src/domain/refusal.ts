import { type Actor, NotAllowed, NotFound } from '@app/platform';

/**
 * Why the actor may not do this in the organisation; undefined when he may. Who is nobody there is told that it does not exist,
 * in the same words as for an id that never existed.
 */
export function refusal(actor: Actor, organisationId: string, right: { readonly granted: boolean; readonly action: string }): NotAllowed | NotFound | undefined {
  if (!actor.organisationIds.includes(organisationId)) return new NotFound('organisation');
  return right.granted ? undefined : new NotAllowed(right.action);
}
