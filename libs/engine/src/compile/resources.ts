import { type Model, type Resource } from '../model/model.js';
import { NO_LIMIT, type ResourceTable } from './compiled.js';

export function resourceTable(model: Model): ResourceTable {
  const { resources, grid, wishes } = model;
  const kinds = [...new Set(resources.map((r) => r.kind))];
  const closed = new Uint8Array(resources.length * grid.slots);
  resources.forEach((resource, r) => resource.closed?.forEach((slot) => (closed[r * grid.slots + slot] = 1)));
  const fair = (kind: string) => (wishes.fairness ?? []).filter((wish) => wish.kind === kind).reduce((sum, wish) => sum + wish.cost, 0);
  return {
    kinds,
    closed,
    kind: Int32Array.from(resources, (r) => kinds.indexOf(r.kind)),
    shared: Uint8Array.from(resources, (r) => (r.shared ? 1 : 0)),
    seats: Int32Array.from(resources, (r) => r.capacity ?? NO_LIMIT),
    site: Int32Array.from(resources, (r) => r.site ?? -1),
    buffer: Int32Array.from(resources, (r) => r.buffer ?? 0),
    timed: timedResources(model),
    maxPerDay: Int32Array.from(resources, (r) => r.maxPerDay ?? NO_LIMIT),
    maxPerWeek: Int32Array.from(resources, (r) => r.maxPerWeek ?? NO_LIMIT),
    fairness: Int32Array.from(resources, (r) => fair(r.kind)),
  };
}

function timedResources({ activities, resources, travel, wishes }: Model): Uint8Array {
  const sites = new Set(activities.map((a) => a.site)).size > 1;
  const moving = sites && (travel !== undefined || (wishes.travel ?? 0) > 0);
  const long = new Set(activities.filter((a) => (a.duration ?? 1) > 1).flatMap((a) => a.needs.map((need) => need.kind)));
  const isTimed = (r: Resource): boolean => !r.shared && ((r.buffer ?? 0) > 0 || long.has(r.kind) || (moving && r.site === undefined));
  return Uint8Array.from(resources, (r) => (isTimed(r) ? 1 : 0));
}
