import { type Actor } from '@app/platform';

/** Decides absences, sees what needs a decision. */
export const mayDecide = (actor: Actor, organisationId: string): boolean => actor.isMemberOf(organisationId, 'coordinator', 'manager');

/** Says for oneself that one cannot come; staff may say it for somebody who telephoned. */
export const mayAnnounceFor = (actor: Actor, organisationId: string, personId: string): boolean =>
  mayDecide(actor, organisationId) || (actor.personId === personId && actor.isMemberOf(organisationId));

/** Gives sessions of the centre, though perhaps not this one. */
export const givesSessions = (actor: Actor, organisationId: string): boolean => actor.isMemberOf(organisationId, 'trainer', 'expert');

/** Sees who is expected in a session and takes attendance: who gives it, and who plans. `staffIds` are those listed as something else than a learner. */
export const mayTakeAttendance = (actor: Actor, session: { readonly organisationId: string; readonly staffIds: readonly string[] }): boolean =>
  mayDecide(actor, session.organisationId) || (actor.personId !== undefined && givesSessions(actor, session.organisationId) && session.staffIds.includes(actor.personId));
