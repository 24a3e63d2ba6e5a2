import { type Model, type Plan } from '../model/model.js';
import { type Departure } from './lane.js';

/** How a lane stands after a step. */
export interface Standing {
  /** Broken hard rules and unplaced activities of its best plan. */
  faults: number;
  soft: number;
  iterations: number;
}

/** Lanes that work at the same time; a step ends when all have ended it. */
export interface Team {
  /** All lanes run one period at this progress, 0 to 1. */
  step(progress: number): Promise<Standing[]>;
  /** The best plan of a lane. */
  best(lane: number): Plan;
  /** All other lanes go on from the best plan of this one. */
  share(lane: number): Promise<void>;
  /** Moves that one lane proposes in a period. */
  readonly period: number;
  close(): Promise<void>;
}

export interface TeamOrder {
  model: Model;
  seed: number;
  workers: number;
  from: Departure;
}
