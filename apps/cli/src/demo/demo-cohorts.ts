import { type CourseFacts } from '@app/courses';
import { type CohortState } from '@app/cohorts';
import { type Language } from '@app/platform';

/** Courses of the demo centre: our own short texts, as folders under apps/cli/demo-courses. */
export interface DemoCourse extends CourseFacts {
  readonly key: string;
  /** As the centre writes it; the others are free. */
  readonly price?: string;
  /** Which one should be known before. */
  readonly builtOn?: string;
}

/** In the order in which they build on each other. */
export const courses: readonly DemoCourse[] = [
  { key: 'web-development', subject: 'web-development', level: 'foundation' },
  { key: 'cybersecurity', subject: 'cybersecurity', level: 'foundation' },
  { key: 'ai', subject: 'ai', level: 'foundation' },
  { key: 'ai-2', subject: 'ai', level: 'intermediate', price: '120 €', builtOn: 'ai' },
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
  /** They have all completed it: what comes after is open to them. */
  readonly completed?: boolean;
  /** Who cannot come to the first session. */
  readonly absent?: string;
  /** Afternoons of their own, each reminded of by itself. */
  readonly workshop?: DemoWorkshop;
  /** Registration refuses who has not completed what comes before. */
  readonly demandsPrerequisites?: boolean;
}

export interface DemoWorkshop {
  readonly title: string;
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly room: string;
  readonly bring: string;
  readonly count: number;
}

const numbered = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `learner-${prefix}${index + 1}`);

/** One that is over, two that are running, one that anybody of the centre may register for, and one for whom knows what comes before. */
export const cohorts: readonly DemoCohort[] = [
  {
    ...{ course: 'web-development', name: 'Développement web, groupe A', site: 'mons', language: 'fr', capacity: 14, minimum: 6, startsOn: -14, endsOn: 70, states: ['open', 'confirmed', 'running'] },
    ...{ trainer: 'trainer', room: 'mons-1', weekdays: [1, 2, 4], from: '09:00', to: '12:00', sessions: 16, planFrom: 1, learners: ['learner', 'learner2', 'learner3', ...numbered('m', 8)], absent: 'learner3' },
    workshop: { title: 'Atelier : publier sa page', weekday: 3, from: '13:30', to: '16:30', room: 'mons-2', bring: 'Votre page sur une clé USB', count: 2 },
  },
  {
    ...{ course: 'cybersecurity', name: 'Sécurité, édition d’automne', site: 'charleroi', language: 'fr', capacity: 12, minimum: 6, startsOn: -7, endsOn: 60, states: ['open', 'confirmed', 'running'] },
    ...{ trainer: 'trainer2', room: 'charleroi-a', weekdays: [2, 4], from: '13:00', to: '16:00', sessions: 10, planFrom: 1, learners: ['learner4', 'learner5', 'learner6', ...numbered('c', 6)] },
  },
  {
    ...{ course: 'ai', name: 'AI op het werk', site: 'gent', language: 'nl', capacity: 10, minimum: 5, startsOn: 21, endsOn: 77, states: ['open'] },
    ...{ trainer: 'trainer3', room: 'gent-1', weekdays: [3], from: '18:00', to: '20:30', sessions: 6, planFrom: 21, learners: [] },
  },
  {
    ...{ course: 'ai', name: 'IA au travail, édition précédente', site: 'bruxelles', language: 'fr', capacity: 12, minimum: 4, startsOn: -120, endsOn: -60, states: ['confirmed', 'running', 'completed'] },
    ...{ trainer: 'trainer2', room: 'bruxelles-1', weekdays: [], from: '', to: '', sessions: 0, planFrom: 0, learners: ['learner', 'learner2', 'learner4', 'learner5'], completed: true },
  },
  {
    ...{ course: 'ai-2', name: 'IA au travail, niveau 2', site: 'bruxelles', language: 'fr', capacity: 12, minimum: 6, startsOn: 28, endsOn: 84, states: ['open'], demandsPrerequisites: true },
    ...{ trainer: 'trainer2', room: 'bruxelles-1', weekdays: [1], from: '13:30', to: '16:30', sessions: 5, planFrom: 28, learners: ['learner5'] },
  },
];
