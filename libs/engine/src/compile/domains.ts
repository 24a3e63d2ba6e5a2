import { type Activity, type Model, type Need, type Resource } from '../model/model.js';

/** Slots in which each activity may start, by everything that is known of it alone. */
export function startDomains(model: Model, candidates: number[][][]): number[][] {
  const closedFor = closedByAttendees(model);
  return model.activities.map((activity, a) => {
    const domain: number[] = [];
    for (let slot = 0; slot < model.grid.slots; slot++) {
      if (mayStart(model, activity, slot) && isOpen(activity, slot, closedFor[a]) && isServed(model, activity, slot, candidates[a]!)) domain.push(slot);
    }
    return domain;
  });
}

function closedByAttendees(model: Model): (Set<number> | undefined)[] {
  const closed: (Set<number> | undefined)[] = model.activities.map(() => undefined);
  for (const attendee of model.attendees) {
    if (!attendee.closed?.length) continue;
    for (const a of attendee.activities) {
      const set = (closed[a] ??= new Set<number>());
      for (const slot of attendee.closed) set.add(slot);
    }
  }
  return closed;
}

function mayStart({ grid }: Model, activity: Activity, slot: number): boolean {
  const last = slot + (activity.duration ?? 1) - 1;
  if (last >= grid.slots || grid.dayOf[last] !== grid.dayOf[slot]) return false;
  if (activity.minutes !== undefined && grid.minutes && activity.minutes > grid.minutes[slot]!) return false;
  return slot === (activity.pin?.start ?? slot) && isWithin(activity.window, slot);
}

const isWithin = (window: Activity['window'], slot: number): boolean => !window || (slot >= window[0] && slot <= window[1]);

function isOpen(activity: Activity, slot: number, closed: Set<number> | undefined): boolean {
  if (activity.closed?.includes(slot)) return false;
  if (!closed) return true;
  for (let s = slot; s < slot + (activity.duration ?? 1); s++) if (closed.has(s)) return false;
  return true;
}

/** Each need has a resource that is not away then. */
function isServed(model: Model, activity: Activity, slot: number, candidates: number[][]): boolean {
  const end = slot + (activity.duration ?? 1);
  return candidates.every((list) => list.some((r) => !model.resources[r]!.closed?.some((s) => s >= slot && s < end)));
}

/** Resources that can serve each need of each activity. */
export function candidateLists(model: Model): number[][][] {
  const memo = new Map<string, number[]>();
  return model.activities.map((activity) =>
    activity.needs.map((need, k) => {
      const pinned = activity.pin?.choice?.[k];
      const key = JSON.stringify([activity.site, need.seats === 'hard' && activity.people, need.kind, need.features, need.among]);
      let list = memo.get(key);
      if (!list) memo.set(key, (list = model.resources.flatMap((_, r) => (serves(model, activity, need, r) ? [r] : []))));
      return pinned === undefined ? list : list.filter((r) => r === pinned);
    }),
  );
}

/** The first reason why a resource cannot serve a need whenever it is; undefined when it can. */
export function misfit(model: Model, activity: Activity, need: Need, r: number): 'kind' | 'among' | 'site' | 'seats' | 'features' | undefined {
  const resource = model.resources[r]!;
  if (resource.kind !== need.kind) return 'kind';
  if (need.among && !need.among.includes(r)) return 'among';
  if ((activity.site ?? resource.site) !== (resource.site ?? activity.site)) return 'site';
  if (need.seats === 'hard' && isTooSmall(resource, activity)) return 'seats';
  return lacks(resource, need) ? 'features' : undefined;
}

const isTooSmall = (resource: Resource, activity: Activity): boolean => (resource.capacity ?? Infinity) < activity.people;

const lacks = (resource: Resource, need: Need): boolean => need.features?.some((feature) => !resource.features?.includes(feature)) ?? false;

const serves = (model: Model, activity: Activity, need: Need, r: number): boolean => misfit(model, activity, need, r) === undefined;
