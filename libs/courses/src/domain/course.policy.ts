import { type Actor } from '@app/platform';

/** Building curricula: importing, editing, publishing. */
export const mayBuildCourses = (actor: Actor, organisationId: string): boolean =>
  actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'trainer', 'coordinator', 'manager');

/** Reading drafts and what is for trainers only. */
export const mayReadDrafts = mayBuildCourses;

/** Being somebody of the organisation: whom its courses are for is said by each course (`readers`), and asked where its rows are read. */
export const mayReadCourses = (actor: Actor, organisationId: string): boolean => actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId);
