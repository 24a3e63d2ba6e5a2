import { dayValue, isDay } from '@app/ledger';
import { type Fault, type Language } from '@app/platform';
import { textFaults, tidyLine } from '@app/identity';

export const cohortStates = ['draft', 'open', 'confirmed', 'running', 'completed', 'cancelled'] as const;
export type CohortState = (typeof cohortStates)[number];

/** Where a cohort may go from where it is. Nothing changes because time passed: somebody says so. */
const transitions: Readonly<Record<CohortState, readonly CohortState[]>> = {
  draft: ['open', 'confirmed', 'cancelled'],
  open: ['draft', 'confirmed', 'cancelled'],
  confirmed: ['open', 'running', 'cancelled'],
  running: ['confirmed', 'completed', 'cancelled'],
  completed: ['running'],
  cancelled: [],
};

export const nextStates = (state: CohortState): readonly CohortState[] => transitions[state];
export const mayBecome = (from: CohortState, to: CohortState): boolean => transitions[from].includes(to);
/** Nothing is planned, enrolled or changed in it any more. */
export const isOver = (state: CohortState): boolean => state === 'completed' || state === 'cancelled';

/** What a person enters about a cohort. */
export interface CohortFacts {
  readonly name: string;
  readonly siteId: string;
  readonly language: Language;
  readonly capacity: number;
  /** With fewer learners the cohort does not start by itself: somebody decides. */
  readonly minimum: number;
  /** Days, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** When learners may register themselves; null means whenever the cohort is open. */
  readonly registrationOpensAt?: Date | null;
  readonly registrationClosesAt?: Date | null;
  /** Only who has completed the courses that come before registers himself; left out it stays, and a new cohort does not ask. */
  readonly demandsPrerequisites?: boolean;
}

/** One edition of a course. */
export interface Cohort extends CohortFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly courseId: string;
  readonly courseVersionId: string;
  readonly zone: string;
  readonly state: CohortState;
  readonly seatPoolId: string;
  readonly version: number;
  readonly registrationOpensAt: Date | null;
  readonly registrationClosesAt: Date | null;
  readonly demandsPrerequisites: boolean;
}

export const LARGEST_COHORT = 10_000;
const LONGEST_YEARS = 5;

/** Everything that is wrong with what was entered. */
export function cohortFaults(facts: CohortFacts): readonly Fault[] {
  return [...textFaults(facts.name, { field: 'name', max: 120, required: true }), ...seatFaults(facts), ...dayFaults(facts.startsOn, facts.endsOn), ...windowFaults(facts)];
}

export const tidyCohort = <T extends CohortFacts>(facts: T): T => ({ ...facts, name: tidyLine(facts.name) });

function seatFaults({ capacity, minimum }: CohortFacts): readonly Fault[] {
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > LARGEST_COHORT) return [{ field: 'capacity', reason: 'capacity.count', values: { max: LARGEST_COHORT } }];
  return Number.isInteger(minimum) && minimum >= 1 && minimum <= capacity ? [] : [{ field: 'minimum', reason: 'minimum.count', values: { max: capacity } }];
}

function dayFaults(startsOn: string, endsOn: string): readonly Fault[] {
  const unread = [...(isDay(startsOn) ? [] : [{ field: 'startsOn', reason: 'date.malformed' }]), ...(isDay(endsOn) ? [] : [{ field: 'endsOn', reason: 'date.malformed' }])];
  if (unread.length > 0) return unread;
  if (endsOn < startsOn) return [{ field: 'endsOn', reason: 'days.reversed', values: { first: dayValue(startsOn), last: dayValue(endsOn) } }];
  const last = `${Number(startsOn.slice(0, 4)) + LONGEST_YEARS}${startsOn.slice(4)}`;
  return endsOn > last ? [{ field: 'endsOn', reason: 'cohort.too-long', values: { max: LONGEST_YEARS } }] : [];
}

function windowFaults({ registrationOpensAt, registrationClosesAt }: CohortFacts): readonly Fault[] {
  if (!registrationOpensAt || !registrationClosesAt || registrationClosesAt > registrationOpensAt) return [];
  return [{ field: 'registrationClosesAt', reason: 'registration.reversed' }];
}

/** Whether a learner may register himself at an instant; the clock is the database's. */
export function takesRegistrations(cohort: Pick<Cohort, 'state' | 'registrationOpensAt' | 'registrationClosesAt'>, now: Date): boolean {
  const { state, registrationOpensAt, registrationClosesAt } = cohort;
  return (state === 'open' || state === 'confirmed') && (!registrationOpensAt || now >= registrationOpensAt) && (!registrationClosesAt || now < registrationClosesAt);
}
