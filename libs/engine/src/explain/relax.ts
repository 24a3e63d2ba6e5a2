import { type Model } from '../model/model.js';
import { type Obstacle } from './obstacles.js';

/** A change of the rules that people can agree on. */
export type Relaxation =
  | { kind: 'openSlot'; activity: number; slot: number }
  | { kind: 'freeAttendee'; attendee: number; slot: number; duration: number }
  | { kind: 'freeResource'; resource: number; slot: number; duration: number }
  | { kind: 'addSeats'; resource: number; seats: number }
  | { kind: 'addFeatures'; resource: number; features: string[] }
  | { kind: 'allowResource'; activity: number; need: number; resource: number }
  | { kind: 'addResource'; like: number }
  | { kind: 'dropRelation'; relation: number }
  | { kind: 'excuse'; attendee: number; activity: number };

interface Case {
  model: Model;
  a: number;
  obstacle: Obstacle;
  slot: number;
  resource: number;
  attendee: number;
  need: number;
  duration: number;
}

const openSlot = ({ a, slot }: Case): Relaxation => ({ kind: 'openSlot', activity: a, slot });
const allowResource = ({ a, need, resource }: Case): Relaxation => ({ kind: 'allowResource', activity: a, need, resource });
const lacking = ({ model, a, need, resource }: Case): string[] =>
  (model.activities[a]!.needs[need]!.features ?? []).filter((feature) => !model.resources[resource]!.features?.includes(feature));

/** Obstacles that are not listed go away only when something else moves. */
const CURES: Partial<Record<Obstacle['kind'], (one: Case) => Relaxation>> = {
  window: openSlot,
  closed: openSlot,
  attendeeAway: ({ attendee, slot, duration }) => ({ kind: 'freeAttendee', attendee, slot, duration }),
  resourceAway: ({ resource, slot, duration }) => ({ kind: 'freeResource', resource, slot, duration }),
  seats: ({ model, a, resource }) => ({ kind: 'addSeats', resource, seats: model.activities[a]!.people - model.resources[resource]!.capacity! }),
  features: (one) => ({ kind: 'addFeatures', resource: one.resource, features: lacking(one) }),
  site: allowResource,
  notAmong: allowResource,
  resourceBusy: ({ resource }) => ({ kind: 'addResource', like: resource }),
  order: ({ obstacle }) => ({ kind: 'dropRelation', relation: obstacle.relation! }),
  clash: ({ attendee, a }) => ({ kind: 'excuse', attendee, activity: a }),
};

/** What would take an obstacle away; undefined when only moving something else helps. */
export function relaxationFor(model: Model, a: number, obstacle: Obstacle): Relaxation | undefined {
  const { slot, resource = -1, attendee = -1, need = 0 } = obstacle;
  return CURES[obstacle.kind]?.({ model, a, obstacle, slot, resource, attendee, need, duration: model.activities[a]!.duration ?? 1 });
}

const without = (list: number[] | undefined, from: number, many: number): number[] => (list ?? []).filter((s) => s < from || s >= from + many);

/** The model with the change made. */
export function relax(model: Model, change: Relaxation): Model {
  const next = structuredClone(model);
  switch (change.kind) {
    case 'openSlot':
      openStart(next, change.activity, change.slot);
      break;
    case 'freeAttendee':
      next.attendees[change.attendee]!.closed = without(next.attendees[change.attendee]!.closed, change.slot, change.duration);
      break;
    case 'freeResource':
      next.resources[change.resource]!.closed = without(next.resources[change.resource]!.closed, change.slot, change.duration);
      break;
    case 'addSeats':
      next.resources[change.resource]!.capacity! += change.seats;
      break;
    case 'addFeatures':
      next.resources[change.resource]!.features = [...(next.resources[change.resource]!.features ?? []), ...change.features];
      break;
    default:
      relaxTies(next, change);
  }
  return next;
}

function relaxTies(next: Model, change: Relaxation): void {
  if (change.kind === 'allowResource') letServe(next, change.activity, change.need, change.resource);
  if (change.kind === 'addResource') next.resources.push({ ...next.resources[change.like]!, id: `${next.resources[change.like]!.id} +1` });
  if (change.kind === 'dropRelation') next.relations.splice(change.relation, 1);
  if (change.kind === 'excuse') next.attendees[change.attendee]!.activities = next.attendees[change.attendee]!.activities.filter((a) => a !== change.activity);
}

function openStart(model: Model, a: number, slot: number): void {
  const activity = model.activities[a]!;
  activity.closed = without(activity.closed, slot, 1);
  if (activity.window) activity.window = [Math.min(activity.window[0], slot), Math.max(activity.window[1], slot)];
}

function letServe(model: Model, a: number, k: number, r: number): void {
  const need = model.activities[a]!.needs[k]!;
  if (need.among) need.among.push(r);
  if (model.activities[a]!.site !== undefined && model.resources[r]!.site !== undefined) model.resources[r]!.site = model.activities[a]!.site;
}
