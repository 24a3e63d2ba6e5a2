import { type Activity, type Model, type Need, type Resource, type Wishes } from '../model/model.js';

/** Cost of each start (activity × slot), -1 where it may not start. */
export function startCosts(model: Model, domains: number[][]): Int32Array {
  const { slots } = model.grid;
  const costs = new Int32Array(model.activities.length * slots).fill(-1);
  const late = lateLarge(model);
  model.activities.forEach((activity, a) => {
    for (const slot of domains[a]!) costs[a * slots + slot] = (model.grid.penalty?.[slot] ?? 0) + startChange(model, activity, a, slot);
    for (const [slot, cost] of activity.startCost ?? []) if (costs[a * slots + slot]! >= 0) costs[a * slots + slot]! += cost;
    if (!late.has(a)) return;
    for (let slot = Math.max(0, slots - model.wishes.lateLarge!.lastSlots); slot < slots; slot++) if (costs[a * slots + slot]! >= 0) costs[a * slots + slot]! += model.wishes.lateLarge!.cost;
  });
  return costs;
}

function lateLarge({ activities, wishes }: Model): Set<number> {
  if (!wishes.lateLarge) return new Set();
  const order = activities.map((_, a) => a).sort((a, b) => activities[b]!.people - activities[a]!.people || a - b);
  return new Set(order.slice(0, wishes.lateLarge.largest));
}

function startChange(model: Model, activity: Activity, a: number, slot: number): number {
  const known = model.published?.start[a] ?? -1;
  if (!model.wishes.change || known < 0 || known === slot) return 0;
  const { start, each = 0 } = model.wishes.change;
  return (start * activity.people + each) * haste(model, Math.min(known, slot));
}

function haste({ wishes }: Model, slot: number): number {
  return slot < (wishes.change?.now ?? 0) + (wishes.change?.noticeSlots ?? 0) ? 2 : 1;
}

/** Cost of each resource for each need (need × resource), -1 where it cannot serve. */
export function useCosts(model: Model, candidates: number[][][], needs: number): Int32Array {
  const many = model.resources.length;
  const costs = new Int32Array(needs * many).fill(-1);
  let d = 0;
  model.activities.forEach((activity, a) => {
    activity.needs.forEach((need, k) => {
      for (const r of candidates[a]![k]!) costs[d * many + r] = useCost(model, activity, need, model.resources[r]!) + useChange(model, a, d, r);
      for (const [r, cost] of need.cost ?? []) if (costs[d * many + r]! >= 0) costs[d * many + r]! += cost;
      d++;
    });
  });
  return costs;
}

function useCost({ wishes }: Model, activity: Activity, need: Need, resource: Resource): number {
  const base = resource.penalty ?? 0;
  if (need.seats === undefined || need.seats === 'none' || resource.capacity === undefined) return base;
  const over = activity.people - resource.capacity;
  if (over <= 0) return base - over * (wishes.seatWaste ?? 0);
  return base + (need.seats === 'soft' ? over * (wishes.seatOverflow ?? 0) : 0);
}

function useChange(model: Model, a: number, d: number, r: number): number {
  const known = model.published?.start[a] ?? -1;
  if (!model.wishes.change || known < 0 || model.published!.choice[d] === r) return 0;
  return model.wishes.change.resource * model.activities[a]!.people * haste(model, known);
}

/** Cost per person of two starts (slot × slot). */
export function proximityTable({ grid, wishes }: Model): Int32Array {
  if (!wishes.proximity && !wishes.sameDay) return new Int32Array(0);
  const table = new Int32Array(grid.slots * grid.slots);
  for (let s = 0; s < grid.slots; s++) {
    for (let t = 0; t < grid.slots; t++) {
      if (s !== t) table[s * grid.slots + t] = (wishes.proximity?.[Math.abs(s - t)] ?? 0) + (grid.dayOf[s] === grid.dayOf[t] ? onOneDay(wishes, s, t) : 0);
    }
  }
  return table;
}

function onOneDay({ sameDay }: Wishes, s: number, t: number): number {
  if (!sameDay) return 0;
  return Math.abs(s - t) === 1 ? sameDay.next : sameDay.apart;
}
