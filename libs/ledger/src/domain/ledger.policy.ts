import { type Actor } from '@app/platform';

/** Books rooms, people and equipment of the organisation, and sets up what can be booked. */
export const mayPlan = (actor: Actor, organisationId: string): boolean =>
  actor.isMemberOf(organisationId, 'coordinator', 'manager') || actor.isSystemFor(organisationId);

/** Sees who and what is taken by what. Experts see their own bookings only, learners their agenda. */
export const mayReadBoard = (actor: Actor, organisationId: string): boolean => actor.isMemberOf(organisationId, 'trainer') || mayPlan(actor, organisationId);

/** Leave and availability are the person's own word, or a coordinator's in his place. */
export const maySpeakFor = (actor: Actor, organisationId: string, personId: string): boolean =>
  mayPlan(actor, organisationId) || (actor.personId === personId && actor.isMemberOf(organisationId));
