import { type Actor, NotAllowed, NotFound } from '@app/platform';

/** Coordinators and managers see what became of their organisation's messages, and decide about those that could not be delivered. */
export const mayOverseeMessages = (actor: Actor, organisationId: string): boolean => actor.isMemberOf(organisationId, 'coordinator', 'manager');

/** Queues, workers and figures of the installation, across all organisations. */
export const mayOperate = (actor: Actor): boolean => actor.platformAdmin;

/** Why the actor may not oversee; who is nobody in the organisation is told that it does not exist. */
export function overseeRefusal(actor: Actor, organisationId: string): NotAllowed | NotFound | undefined {
  if (!actor.organisationIds.includes(organisationId)) return new NotFound('organisation');
  return mayOverseeMessages(actor, organisationId) ? undefined : new NotAllowed('messages.oversee');
}
