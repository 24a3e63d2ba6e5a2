import { isHard, linesOf } from '../evaluate/evaluate.js';
import { type Line } from '../evaluate/lines.js';
import { type Model, needOffsets, type Plan } from '../model/model.js';
import { type Obstacle, obstaclesAt } from './obstacles.js';
import { conflicts, type Conflict } from './proofs.js';
import { type Relaxation, relaxationFor } from './relax.js';

/** Why an activity has no place, and what would give it one. */
export interface Unplaced {
  activity: number;
  /** First hard reason of each slot, counted. */
  reasons: Partial<Record<Obstacle['kind'], number>>;
  /** The smallest set of changes that lets it start while everything else stays; empty when it could start as things are. */
  relaxation: { slot: number; choice: number[]; changes: Relaxation[] } | undefined;
  /** Proven: no plan can hold all of these. Otherwise the activity was not placed within the budget, which proves nothing. */
  conflict: Conflict | undefined;
}

/** A cost that people notice, and the cheapest single change that lowers it. */
export interface Nuisance {
  line: Line;
  cure?: { activity: number; start: number; choice: number[]; saves: number };
}

/** Explains every activity that the plan leaves out. */
export function explainUnplaced(model: Model, plan: Plan): Unplaced[] {
  const proven = conflicts(model);
  return model.activities.flatMap((_, a) => (plan.start[a]! >= 0 ? [] : [explainOne(model, plan, a, proven)]));
}

function explainOne(model: Model, plan: Plan, a: number, proven: Conflict[]): Unplaced {
  const reasons: Unplaced['reasons'] = {};
  let relaxation: Unplaced['relaxation'];
  for (let slot = 0; slot < model.grid.slots; slot++) {
    const { obstacles, choice } = obstaclesAt(model, plan, a, slot);
    const first = obstacles[0];
    if (first) reasons[first.kind] = (reasons[first.kind] ?? 0) + 1;
    const changes = obstacles.map((obstacle) => relaxationFor(model, a, obstacle));
    if (changes.includes(undefined)) continue;
    const known = changes as Relaxation[];
    if (!relaxation || weight(known) < weight(relaxation.changes)) relaxation = { slot, choice, changes: known };
  }
  return { activity: a, reasons, relaxation, conflict: proven.find((one) => one.activities.includes(a)) };
}

/** What changes ask of people: an opened hour is easier to get than a seat, a seat easier than a room, and nobody is excused lightly. */
const EFFORT: Record<Relaxation['kind'], number> = {
  openSlot: 2, freeResource: 2, freeAttendee: 3, allowResource: 3, addSeats: 4, addFeatures: 4, dropRelation: 6, addResource: 8, excuse: 20,
};

const weight = (changes: Relaxation[]): number => changes.reduce((sum, change) => sum + EFFORT[change.kind] + (change.kind === 'addSeats' ? change.seats / 1000 : 0), 0);

/** The dearest soft costs of a plan, each with the single move (one activity, any start, its cheapest resources) that saves most. */
export function explainCosts(model: Model, plan: Plan, most = 20): Nuisance[] {
  const lines = linesOf(model, plan).filter((line) => !isHard(line.kind) && line.kind !== 'unplaced');
  const cures = new Map<number, Nuisance['cure']>();
  const cureOf = (a: number): Nuisance['cure'] => {
    if (!cures.has(a)) cures.set(a, cheapestMove(model, plan, a));
    return cures.get(a);
  };
  return lines
    .sort((a, b) => b.amount - a.amount)
    .slice(0, most)
    .map((line): Nuisance => {
      const best = line.activities.slice(0, 12).map(cureOf).reduce((one, two) => ((two?.saves ?? 0) > (one?.saves ?? 0) ? two : one), undefined);
      return best ? { line, cure: best } : { line };
    });
}

function cheapestMove(model: Model, plan: Plan, a: number): Nuisance['cure'] {
  const offsets = needOffsets(model);
  const now = total(model, plan);
  let best: Nuisance['cure'];
  for (let slot = 0; slot < model.grid.slots; slot++) {
    const { obstacles, choice } = obstaclesAt(model, plan, a, slot);
    if (obstacles.length > 0) continue;
    const trial = { start: [...plan.start], choice: [...plan.choice] };
    trial.start[a] = slot;
    choice.forEach((r, k) => (trial.choice[offsets[a]! + k] = r));
    const saves = now - total(model, trial);
    if (saves > (best?.saves ?? 0)) best = { activity: a, start: slot, choice, saves };
  }
  return best;
}

/** Hard rules at a price no saving pays. */
const total = (model: Model, plan: Plan): number => linesOf(model, plan).reduce((sum, line) => sum + line.amount * (isHard(line.kind) ? 1e6 : 1), 0);
