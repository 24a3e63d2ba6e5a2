import { type Actor } from '@app/platform';

/** Opens cohorts, plans their sessions, enrols and moves learners. */
export const mayRunCohorts = (actor: Actor, organisationId: string): boolean =>
  actor.isMemberOf(organisationId, 'coordinator', 'manager') || actor.isSystemFor(organisationId);

/** Sees the cohorts of the centre with their sessions: everybody who works there. Names of learners are another right. */
export const mayReadCohorts = (actor: Actor, organisationId: string): boolean => actor.isMemberOf(organisationId, 'trainer') || mayRunCohorts(actor, organisationId);

/** Reads who is in a cohort: who runs it, and trainers of one of its sessions; trainers of another cohort do not. */
export const mayReadLearners = (actor: Actor, cohort: { readonly organisationId: string; readonly trainerIds: readonly string[] }): boolean =>
  mayRunCohorts(actor, cohort.organisationId) ||
  (actor.isMemberOf(cohort.organisationId, 'trainer') && actor.personId !== undefined && cohort.trainerIds.includes(actor.personId));

/** Registers himself: a learner of the centre. */
export const mayRegister = (actor: Actor, organisationId: string): boolean => actor.personId !== undefined && actor.isMemberOf(organisationId, 'learner');
