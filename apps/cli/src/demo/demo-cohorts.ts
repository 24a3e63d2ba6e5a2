import { type CourseFacts } from '@app/courses';
import { type CohortState } from '@app/cohorts';
import { type Language } from '@app/platform';

/** Courses of the demo centre: our own short texts, as folders under apps/cli/demo-courses. */
export const courses: readonly (CourseFacts & { readonly key: string })[] = [
  { key: 'web-development', subject: 'web-development', level: 'foundation' },
  { key: 'cybersecurity', subject: 'cybersecurity', level: 'foundation' },
  { key: 'ai', subject: 'ai', level: 'foundation' },
];

export interface DemoCohort {
  readonly course: string;
  readonly name: string;
  readonly site: string;
  readonly language: Language;
  readonly capacity: number;
  readonly minimum: number;
  /** Days from the day on which the demo is loaded. */
  readonly startsOn: number;
  readonly endsOn: number;
  /** The states it goes through. */
  readonly states: readonly CohortState[];
  readonly trainer: string;
  readonly room: string;
  /** ISO weekdays of its sessions. */
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly sessions: number;
  /** First day that may have a session, in days from the day on which the demo is loaded: series are planned for days to come. */
  readonly planFrom: number;
  readonly learners: readonly string[];
  /** Who cannot come to the first session. */
  readonly absent?: string;
}

const numbered = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `learner-${prefix}${index + 1}`);

/** Two that are running, and one that anybody of the centre may register for. */
export const cohorts: readonly DemoCohort[] = [
  {
    ...{ course: 'web-development', name: 'Développement web, groupe A', site: 'mons', language: 'fr', capacity: 14, minimum: 6, startsOn: -14, endsOn: 70, states: ['open', 'confirmed', 'running'] },
    ...{ trainer: 'trainer', room: 'mons-1', weekdays: [1, 2, 4], from: '09:00', to: '12:00', sessions: 16, planFrom: 1, learners: ['learner', 'learner2', 'learner3', ...numbered('m', 8)], absent: 'learner3' },
  },
  {
    ...{ course: 'cybersecurity', name: 'Sécurité, édition d’automne', site: 'charleroi', language: 'fr', capacity: 12, minimum: 6, startsOn: -7, endsOn: 60, states: ['open', 'confirmed', 'running'] },
    ...{ trainer: 'trainer2', room: 'charleroi-a', weekdays: [2, 4], from: '13:00', to: '16:00', sessions: 10, planFrom: 1, learners: ['learner4', 'learner5', 'learner6', ...numbered('c', 6)] },
  },
  {
    ...{ course: 'ai', name: 'AI op het werk', site: 'gent', language: 'nl', capacity: 10, minimum: 5, startsOn: 21, endsOn: 77, states: ['open'] },
    ...{ trainer: 'trainer3', room: 'gent-1', weekdays: [3], from: '18:00', to: '20:30', sessions: 6, planFrom: 21, learners: [] },
  },
];
