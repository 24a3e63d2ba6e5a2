import { type Actor } from '@app/platform';

/** Organisations are founded by the installation: its platform admins, and its own commands (demo, set-up). */
export const mayCreateOrganisation = (actor: Actor): boolean => actor.platformAdmin || (actor.kind === 'system' && actor.organisationIds.length === 0);

/** The demo centre goes when the installation gets its own: by whoever runs the installation, or a manager of the demo itself. */
export const mayRemoveDemo = (actor: Actor, organisationId: string): boolean => actor.platformAdmin || mayManageOrganisation(actor, organisationId);

/** Name, zone, languages, words. */
export const mayManageOrganisation = (actor: Actor, organisationId: string): boolean =>
  actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'manager');

/** Sites with their addresses and zones. */
export const mayManageSites = (actor: Actor, organisationId: string): boolean =>
  actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'manager', 'coordinator');

/** Every member sees where the places are; what an observer reads are figures. */
export const mayReadSites = (actor: Actor, organisationId: string): boolean =>
  actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'learner', 'trainer', 'expert', 'coordinator', 'manager');

/** Who did what and when in this organisation. */
export const mayReadAudit = (actor: Actor, organisationId: string): boolean =>
  actor.isSystemFor(organisationId) || actor.isMemberOf(organisationId, 'manager');
