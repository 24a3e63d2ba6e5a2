import { type Actor } from '@app/platform';

/** Building curricula: importing, editing, publishing. */
export const mayBuildCourses = (actor: Actor, organisationId: string): boolean =>
  actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'trainer', 'coordinator', 'manager');

/** Reading drafts and what is for trainers only. */
export const mayReadDrafts = mayBuildCourses;

/** Reading what is published: every member of the organisation. */
export const mayReadCourses = (actor: Actor, organisationId: string): boolean => actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId);
