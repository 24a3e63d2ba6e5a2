import { type Activity, type Need, type Resource } from '../model/model.js';
import { type Line, type Sight } from './lines.js';
import { tooNear } from './attendees.js';

interface Use {
  activity: number;
  need: Need;
}

/** What resources cost and break: fitness, overlaps, seats, loads, fairness, travel. */
export function resourceLines(sight: Sight): Line[] {
  const uses: Use[][] = sight.model.resources.map(() => []);
  const lines: Line[] = [];
  sight.model.activities.forEach((activity, a) => {
    if (!sight.placed(a)) return;
    activity.needs.forEach((need, k) => {
      const r = sight.plan.choice[sight.offsets[a]! + k]!;
      lines.push(...needLines(sight, a, need, r));
      if (r >= 0) uses[r]!.push({ activity: a, need });
    });
  });
  sight.model.resources.forEach((resource, r) => {
    lines.push(...(resource.shared ? sharedLines(sight, r, uses[r]!) : exclusiveLines(sight, r, uses[r]!)), ...loadLines(sight, r, uses[r]!));
  });
  return lines;
}

/** Whether a resource can serve a need of an activity at all, whenever it is. */
export function suits(sight: Pick<Sight, 'model'>, a: number, need: Need, r: number): boolean {
  const activity = sight.model.activities[a]!;
  const resource = sight.model.resources[r];
  if (!resource || resource.kind !== need.kind) return false;
  const named = need.among?.includes(r) ?? true;
  return named && !isElsewhere(activity, resource) && (need.seats !== 'hard' || spareSeats(activity, need, resource) >= 0) && (need.features ?? []).every((feature) => resource.features?.includes(feature));
}

const isElsewhere = (activity: Activity, { site }: Resource): boolean => activity.site !== undefined && site !== undefined && activity.site !== site;

function needLines(sight: Sight, a: number, need: Need, r: number): Line[] {
  const about = { activities: [a], resource: r };
  if (!suits(sight, a, need, r)) return [{ kind: 'unfit', amount: 1, ...about }];
  const { model, plan, end } = sight;
  const resource = model.resources[r]!;
  const spare = spareSeats(model.activities[a]!, need, resource);
  const away = (resource.closed ?? []).some((s) => s >= plan.start[a]! && s < end(a));
  const use = (resource.penalty ?? 0) + (need.cost ?? []).reduce((sum, [other, cost]) => sum + (other === r ? cost : 0), 0);
  return [
    { kind: 'away', amount: away ? 1 : 0, ...about },
    { kind: 'use', amount: use, ...about },
    { kind: 'overflow', amount: Math.max(0, -spare) * (model.wishes.seatOverflow ?? 0), ...about },
    { kind: 'waste', amount: Math.max(0, spare) * (model.wishes.seatWaste ?? 0), ...about },
  ];
}

function spareSeats({ people }: Activity, need: Need, resource: Resource): number {
  return need.seats === 'hard' || need.seats === 'soft' ? (resource.capacity ?? people) - people : 0;
}

function exclusiveLines(sight: Sight, r: number, uses: Use[]): Line[] {
  const { model, plan } = sight;
  const lines: Line[] = [];
  uses.forEach(({ activity: a }, i) => {
    for (const { activity: b } of uses.slice(i + 1)) {
      const about = { activities: [a, b], resource: r };
      if (tooNear(sight, a, b, model.resources[r]!.buffer ?? 0)) lines.push({ kind: 'resource', amount: 1, ...about });
      const apart = model.activities[a]!.site !== model.activities[b]!.site && model.activities[a]!.site !== undefined && model.activities[b]!.site !== undefined;
      if (apart && model.grid.dayOf[plan.start[a]!] === model.grid.dayOf[plan.start[b]!]) lines.push({ kind: 'travel', amount: model.wishes.travel ?? 0, ...about });
    }
  });
  return lines;
}

function sharedLines({ model, plan }: Sight, r: number, uses: Use[]): Line[] {
  const cells = new Map<number, number[]>();
  for (const { activity } of uses) cells.set(plan.start[activity]!, [...(cells.get(plan.start[activity]!) ?? []), activity]);
  const lines: Line[] = [];
  for (const [slot, activities] of cells) {
    const people = activities.reduce((sum, a) => sum + model.activities[a]!.people, 0);
    const lengths = new Set(activities.map((a) => model.activities[a]!.minutes ?? 0)).size;
    const alone = activities.length > 1 ? activities.filter((a) => model.activities[a]!.alone).length : 0;
    const about = { activities, resource: r, slot };
    if (people > (model.resources[r]!.capacity ?? Infinity)) lines.push({ kind: 'seats', amount: 1, ...about });
    lines.push({ kind: 'alone', amount: alone, ...about }, { kind: 'mixedLength', amount: (lengths - 1) * (model.wishes.mixedLength ?? 0), ...about });
  }
  return lines;
}

function loadLines({ model, plan }: Sight, r: number, uses: Use[]): Line[] {
  const resource: Resource = model.resources[r]!;
  const perDay = new Map<number, number>();
  const perWeek = new Map<number, number>();
  let total = 0;
  for (const { activity } of uses) {
    const length = model.activities[activity]!.duration ?? 1;
    const day = model.grid.dayOf[plan.start[activity]!]!;
    const week = model.grid.weekOf?.[day] ?? 0;
    perDay.set(day, (perDay.get(day) ?? 0) + length);
    perWeek.set(week, (perWeek.get(week) ?? 0) + length);
    total += length;
  }
  const over = (loads: Map<number, number>, most: number | undefined) => [...loads.values()].reduce((sum, load) => sum + Math.max(0, load - (most ?? Infinity)), 0);
  const about = { activities: uses.map((use) => use.activity), resource: r };
  const fair = (model.wishes.fairness ?? []).filter((wish) => wish.kind === resource.kind).reduce((sum, wish) => sum + wish.cost, 0);
  return [
    { kind: 'load', amount: over(perDay, resource.maxPerDay) + over(perWeek, resource.maxPerWeek), ...about },
    { kind: 'fairness', amount: fair * total * total, ...about },
  ];
}
