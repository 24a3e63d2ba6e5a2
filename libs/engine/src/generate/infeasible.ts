import { type Obstacle } from '../explain/obstacles.js';
import { type Model } from '../model/model.js';
import { Random } from '../improve/random.js';
import { plantedWeek } from './planted.js';

export const CAUSES = ['seats', 'features', 'closed', 'attendeeAway', 'resourceAway', 'window', 'order', 'resourceBusy'] as const;
export type Cause = (typeof CAUSES)[number];

/** A week that has a plan but for one thing: the cause and the activity that cannot be placed are known. */
export function singleCause(seed: number, cause: Cause): { model: Model; activity: number; expect: Obstacle['kind'] } {
  const { model } = plantedWeek(seed, 4);
  const random = new Random(seed, 7);
  const activity = model.activities.length;
  const day = random.below(5);
  model.activities.push({ id: 'the one', people: 10, window: [day * 4, day * 4 + 3], needs: [{ kind: 'lab', seats: 'hard' }] });
  model.attendees.push({ id: 'guest', activities: [activity] });
  model.resources.push({ id: 'lab', kind: 'lab', capacity: 12, features: ['bench'] });
  spoil(model, activity, day, cause);
  return { model, activity, expect: cause };
}

function spoil(model: Model, a: number, day: number, cause: Cause): void {
  const one = model.activities[a]!;
  const lab = model.resources.at(-1)!;
  const today = [0, 1, 2, 3].map((t) => day * 4 + t);
  const actions: Record<Cause, () => void> = {
    seats: () => void (one.people = 16),
    features: () => void (one.needs[0]!.features = ['press']),
    closed: () => void (one.closed = today),
    attendeeAway: () => void (model.attendees.at(-1)!.closed = today),
    resourceAway: () => void (lab.closed = today),
    window: () => void (one.window = [model.grid.slots, model.grid.slots + 3]),
    order: () => {
      const fixed = model.activities.length;
      model.activities.push({ id: 'before', people: 1, needs: [], pin: { start: model.grid.slots - 1 }, priority: 5 });
      model.relations.push({ kind: 'before', a: fixed, b: a });
    },
    resourceBusy: () => {
      for (const slot of today) model.activities.push({ id: `lab ${slot}`, people: 5, needs: [{ kind: 'lab' }], pin: { start: slot }, priority: 5 });
    },
  };
  actions[cause]();
}
