import { needOffsets, unplacedCost, type Model, type Plan } from '../model/model.js';
import { type HardKind, type Line, type Sight, type SoftKind } from './lines.js';
import { resourceLines } from './resources.js';
import { attendeeLines } from './attendees.js';
import { placeLines } from './places.js';

const HARD: ReadonlySet<string> = new Set(['clash', 'resource', 'seats', 'alone', 'closed', 'unfit', 'away', 'pin', 'relation', 'load']);

/** What a plan is worth. */
export interface Evaluation {
  /** Everything placed and no hard rule broken. */
  feasible: boolean;
  /** Broken hard rules. */
  hard: number;
  /** Activities without a start. */
  unplaced: number;
  /** Sum of all soft lines, the unplaced with it. */
  cost: number;
  byKind: Partial<Record<HardKind | SoftKind, number>>;
}

export const isHard = (kind: string): boolean => HARD.has(kind);

/** Every violated rule and every cost of a plan, slowly and simply: the judge of the search, written apart from it. */
export function linesOf(model: Model, plan: Plan): Line[] {
  const sight: Sight = {
    model,
    plan,
    offsets: needOffsets(model),
    end: (a) => plan.start[a]! + (model.activities[a]!.duration ?? 1),
    placed: (a) => plan.start[a]! >= 0,
  };
  return [...placeLines(sight), ...resourceLines(sight), ...attendeeLines(sight), ...unplacedLines(sight)].filter((line) => line.amount !== 0);
}

/** Sums the lines. */
export function evaluate(model: Model, plan: Plan): Evaluation {
  const result: Evaluation = { feasible: false, hard: 0, unplaced: 0, cost: 0, byKind: {} };
  for (const line of linesOf(model, plan)) {
    if (isHard(line.kind)) result.hard += line.amount;
    else result.cost += line.amount;
    result.byKind[line.kind] = (result.byKind[line.kind] ?? 0) + line.amount;
  }
  result.unplaced = plan.start.filter((start) => start < 0).length;
  result.feasible = result.hard === 0 && result.unplaced === 0;
  return result;
}

function unplacedLines({ model, placed }: Sight): Line[] {
  return model.activities.flatMap((activity, a): Line[] => (placed(a) ? [] : [{ kind: 'unplaced', amount: unplacedCost(model, activity), activities: [a] }]));
}
