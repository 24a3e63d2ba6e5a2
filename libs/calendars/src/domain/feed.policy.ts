import { type Actor } from '@app/platform';

/** Sees what rooms are taken for, and may carry that into a calendar. */
export const mayFeedRooms = (actor: Actor, organisationId: string): boolean => actor.isMemberOf(organisationId, 'trainer', 'expert', 'coordinator', 'manager');
