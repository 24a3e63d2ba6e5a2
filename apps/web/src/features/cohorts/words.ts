import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type BadgeTone } from '~/ui';
import { type CohortState, type EnrolmentState, type Session } from './operations';

export const cohortStates: readonly CohortState[] = ['DRAFT', 'OPEN', 'CONFIRMED', 'RUNNING', 'COMPLETED', 'CANCELLED'];

export const stateNames: Readonly<Record<CohortState, MessageDescriptor>> = {
  DRAFT: msg`Draft`,
  OPEN: msg`Open`,
  CONFIRMED: msg`Confirmed`,
  RUNNING: msg`Running`,
  COMPLETED: msg`Completed`,
  CANCELLED: msg`Cancelled`,
};

export const stateTones: Readonly<Record<CohortState, BadgeTone>> = { DRAFT: 'plain', OPEN: 'next', CONFIRMED: 'action', RUNNING: 'good', COMPLETED: 'plain', CANCELLED: 'bad' };

/** What somebody does to get a cohort there. */
const stateActions: Readonly<Record<CohortState, MessageDescriptor>> = {
  DRAFT: msg`Back to draft`,
  OPEN: msg`Open registration`,
  CONFIRMED: msg`Confirm`,
  RUNNING: msg`Start`,
  COMPLETED: msg`Complete`,
  CANCELLED: msg`Cancel the cohort`,
};

/** A step back has another name than the step on to the same state. */
const stepsBack: Readonly<Partial<Record<`${CohortState} ${CohortState}`, MessageDescriptor>>> = {
  'RUNNING CONFIRMED': msg`Not started yet after all`,
  'CONFIRMED OPEN': msg`Not confirmed after all`,
  'COMPLETED RUNNING': msg`Take up again`,
};
export const stateAction = (from: CohortState, to: CohortState): MessageDescriptor => stepsBack[`${from} ${to}`] ?? stateActions[to];

/** Where a cohort can go; the server has the last word. */
export const nextStates: Readonly<Record<CohortState, readonly CohortState[]>> = {
  DRAFT: ['OPEN', 'CONFIRMED', 'CANCELLED'],
  OPEN: ['CONFIRMED', 'DRAFT', 'CANCELLED'],
  CONFIRMED: ['RUNNING', 'OPEN', 'CANCELLED'],
  RUNNING: ['COMPLETED', 'CONFIRMED', 'CANCELLED'],
  COMPLETED: ['RUNNING'],
  CANCELLED: [],
};

export const learnerStates: Readonly<Record<EnrolmentState, MessageDescriptor>> = {
  ACTIVE: msg`Active`,
  POSTPONED: msg`Postponed`,
  WITHDRAWN: msg`Withdrawn`,
  COMPLETED: msg`Completed`,
  GRADUATED: msg`Graduated`,
};

export const learnerTones: Readonly<Record<EnrolmentState, BadgeTone>> = { ACTIVE: 'good', POSTPONED: 'warn', WITHDRAWN: 'plain', COMPLETED: 'action', GRADUATED: 'next' };

/** What somebody does to get a learner there. */
export const learnerActions: Readonly<Record<EnrolmentState, MessageDescriptor>> = {
  ACTIVE: msg`Take up again`,
  POSTPONED: msg`Postpone`,
  WITHDRAWN: msg`Withdraw`,
  COMPLETED: msg`Mark as completed`,
  GRADUATED: msg`Mark as graduated`,
};

/** What a session can be: one of them, and a series of them. */
export const sessionKinds: Readonly<Record<Session['kind'], { readonly one: MessageDescriptor; readonly many: MessageDescriptor }>> = {
  SESSION: { one: msg`Session`, many: msg`Sessions` },
  WORKSHOP: { one: msg`Workshop`, many: msg`Workshops` },
  CONFERENCE: { one: msg`Conference`, many: msg`Conferences` },
  MASTERCLASS: { one: msg`Masterclass`, many: msg`Masterclasses` },
  PROJECT_DAY: { one: msg`Project day`, many: msg`Project days` },
};

/** Monday first, as in the API (1 to 7). */
export const weekdays: readonly MessageDescriptor[] = [msg`Monday`, msg`Tuesday`, msg`Wednesday`, msg`Thursday`, msg`Friday`, msg`Saturday`, msg`Sunday`];
export const shortWeekdays: readonly MessageDescriptor[] = [msg`Mon`, msg`Tue`, msg`Wed`, msg`Thu`, msg`Fri`, msg`Sat`, msg`Sun`];
