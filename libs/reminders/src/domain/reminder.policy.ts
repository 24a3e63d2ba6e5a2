import { type Actor } from '@app/platform';

/** Decides when the people of the organisation are reminded. */
export const mayRuleReminders = (actor: Actor, organisationId: string): boolean => actor.isMemberOf(organisationId, 'coordinator', 'manager');
