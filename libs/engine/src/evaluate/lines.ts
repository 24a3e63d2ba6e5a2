import { type Model, type Plan } from '../model/model.js';

/** One finding: hard ones count violations, soft ones cost. Positions are those of the model. */
export interface Line {
  kind: HardKind | SoftKind;
  /** Violations of a hard rule, or cost of a wish. */
  amount: number;
  activities: number[];
  resource?: number;
  attendee?: number;
  series?: number;
  relation?: number;
  slot?: number;
}
export type HardKind = 'clash' | 'resource' | 'seats' | 'alone' | 'closed' | 'unfit' | 'away' | 'pin' | 'relation' | 'load';
export type SoftKind =
  | 'start' | 'use' | 'overflow' | 'waste' | 'change' | 'proximity' | 'agenda' | 'minDays' | 'sameResource'
  | 'mixedLength' | 'fairness' | 'travel' | 'relationWish' | 'unplaced';

/** A model with the small look-ups that every rule needs; no rule shares anything with the incremental search. */
export interface Sight {
  model: Model;
  plan: Plan;
  offsets: Int32Array;
  end: (activity: number) => number;
  placed: (activity: number) => boolean;
}
