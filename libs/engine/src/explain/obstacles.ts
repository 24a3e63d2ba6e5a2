import { misfit } from '../compile/domains.js';
import { tooNear } from '../evaluate/attendees.js';
import { needOffsets, type Model, type Plan, type Relation } from '../model/model.js';

/** One hard reason against a start: what stands in the way, and whose it is. */
export interface Obstacle {
  kind: 'length' | 'window' | 'closed' | 'attendeeAway' | 'seats' | 'features' | 'site' | 'notAmong' | 'noResource' | 'resourceAway' | 'resourceBusy' | 'clash' | 'order' | 'load';
  slot: number;
  attendee?: number;
  resource?: number;
  /** The activity that is in the way. */
  other?: number;
  relation?: number;
  /** Need of the activity. */
  need?: number;
}

/** All that forbids an activity to start in a slot while everything else stays, with the resources that are hindered least. */
export function obstaclesAt(model: Model, plan: Plan, a: number, slot: number): { obstacles: Obstacle[]; choice: number[] } {
  const trial = { start: [...plan.start], choice: [...plan.choice] };
  trial.start[a] = slot;
  const obstacles = [...ownObstacles(model, a, slot), ...clashes(model, trial, a, slot), ...orders(model, trial, a, slot)];
  const choice: number[] = [];
  model.activities[a]!.needs.forEach((_, k) => {
    const best = leastHindered(model, trial, a, k);
    obstacles.push(...best.obstacles);
    choice.push(best.resource);
  });
  return { obstacles, choice };
}

function ownObstacles(model: Model, a: number, slot: number): Obstacle[] {
  const { grid } = model;
  const activity = model.activities[a]!;
  const last = slot + (activity.duration ?? 1) - 1;
  const [from, to] = activity.window ?? [0, grid.slots];
  const found: Obstacle[] = [];
  if (!fits(model, a, slot)) found.push({ kind: 'length', slot });
  if (slot < from || slot > to) found.push({ kind: 'window', slot });
  if (activity.closed?.includes(slot)) found.push({ kind: 'closed', slot });
  model.attendees.forEach((attendee, i) => {
    if (attendee.activities.includes(a) && attendee.closed?.some((s) => s >= slot && s <= last)) found.push({ kind: 'attendeeAway', slot, attendee: i });
  });
  return found;
}

function fits({ grid, activities }: Model, a: number, slot: number): boolean {
  const last = slot + (activities[a]!.duration ?? 1) - 1;
  return grid.dayOf[last] === grid.dayOf[slot] && (activities[a]!.minutes ?? 0) <= (grid.minutes?.[slot] ?? Infinity);
}

const endOf = (model: Model, plan: Plan) => (a: number) => plan.start[a]! + (model.activities[a]!.duration ?? 1);

function clashes(model: Model, plan: Plan, a: number, slot: number): Obstacle[] {
  const found = new Map<number, Obstacle>();
  const sight = { model, plan, end: endOf(model, plan) };
  model.attendees.forEach((attendee, i) => {
    if (!attendee.activities.includes(a)) return;
    for (const b of attendee.activities) if (b !== a && plan.start[b]! >= 0 && tooNear(sight, a, b, attendee.buffer ?? 0)) found.set(b, { kind: 'clash', slot, other: b, attendee: i });
  });
  return [...found.values()];
}

function orders(model: Model, plan: Plan, a: number, slot: number): Obstacle[] {
  return model.relations.flatMap((r, i): Obstacle[] => {
    if (r.cost !== undefined || (r.a !== a && r.b !== a) || holds(model, plan, r)) return [];
    return [{ kind: 'order', slot, other: r.a === a ? r.b : r.a, relation: i }];
  });
}

function holds(model: Model, plan: Plan, { kind, a, b, lag = 0 }: Relation): boolean {
  const [first, second] = [plan.start[a]!, plan.start[b]!];
  if (first < 0 || second < 0) return true;
  const oneDay = model.grid.dayOf[first] === model.grid.dayOf[second];
  const inOrder = second >= first + (model.activities[a]!.duration ?? 1) + lag;
  return { before: inOrder, sameSlot: first === second, differentSlot: first !== second, sameDay: oneDay, differentDay: !oneDay }[kind];
}

function leastHindered(model: Model, plan: Plan, a: number, k: number): { resource: number; obstacles: Obstacle[] } {
  let best: { resource: number; obstacles: Obstacle[] } | undefined;
  model.resources.forEach((resource, r) => {
    if (resource.kind !== model.activities[a]!.needs[k]!.kind) return;
    const obstacles = hindrances(model, plan, a, { k, r });
    if (!best || obstacles.length < best.obstacles.length) best = { resource: r, obstacles };
  });
  return best ?? { resource: -1, obstacles: [{ kind: 'noResource', slot: plan.start[a]!, need: k }] };
}

/** What keeps one resource from serving one need at the start that the plan says. */
function hindrances(model: Model, plan: Plan, a: number, { k, r }: { k: number; r: number }): Obstacle[] {
  const [activity, resource, slot] = [model.activities[a]!, model.resources[r]!, plan.start[a]!];
  const about = { slot, resource: r, need: k };
  const found: Obstacle[] = [];
  const unfit = misfit(model, activity, activity.needs[k]!, r);
  if (unfit) found.push({ kind: unfit === 'among' || unfit === 'kind' ? 'notAmong' : unfit, ...about });
  const last = slot + (activity.duration ?? 1) - 1;
  if (resource.closed?.some((s) => s >= slot && s <= last)) found.push({ kind: 'resourceAway', ...about });
  const users = usersOf(model, plan, r).filter((b) => b !== a);
  const sight = { model, plan, end: endOf(model, plan) };
  if (!resource.shared) return [...found, ...users.filter((b) => tooNear(sight, a, b, resource.buffer ?? 0)).map((other): Obstacle => ({ kind: 'resourceBusy', ...about, other }))];
  if (isFull(model, a, r, users.filter((b) => plan.start[b] === slot))) found.push({ kind: 'resourceBusy', ...about });
  return found;
}

function isFull(model: Model, a: number, r: number, there: number[]): boolean {
  const people = there.reduce((sum, b) => sum + model.activities[b]!.people, model.activities[a]!.people);
  const alone = there.length > 0 && [a, ...there].some((b) => model.activities[b]!.alone);
  return alone || people > (model.resources[r]!.capacity ?? Infinity);
}

function usersOf(model: Model, plan: Plan, r: number): number[] {
  const offsets = needOffsets(model);
  return model.activities.flatMap((_, a) => (plan.start[a]! >= 0 && plan.choice.slice(offsets[a], offsets[a + 1]).includes(r) ? [a] : []));
}
