import { dayCount, type Model, needOffsets, unplacedCost } from '../model/model.js';
import { type AgendaTable, type Compiled, type Features, type Graph, NO_LIMIT, packLists, RELATION_KINDS, type Relations, type SeriesTable } from './compiled.js';
import { proximityTable, startCosts, useCosts } from './costs.js';
import { candidateLists, startDomains } from './domains.js';
import { buildGraph } from './graph.js';
import { resourceTable } from './resources.js';

/** Turns a model into typed arrays. Costs memory of activities × slots and needs × resources. */
export function compile(model: Model): Compiled {
  const candidates = candidateLists(model);
  const domains = startDomains(model, candidates);
  const needFrom = needOffsets(model);
  const needs = needFrom[model.activities.length]!;
  const graph = buildGraph(model, domains);
  const resource = resourceTable(model);
  const proximity = proximityTable(model);
  const time = timeTable(model);
  const together = groupsInOneSlot(model);
  return {
    model,
    ...time,
    activities: model.activities.length,
    resources: model.resources.length,
    needs,
    duration: Int32Array.from(model.activities, (a) => a.duration ?? 1),
    people: Int32Array.from(model.activities, (a) => a.people),
    site: Int32Array.from(model.activities, (a) => a.site ?? -1),
    unit: model.activities.every((a) => (a.duration ?? 1) === 1) && graph.gap.every((gap) => gap <= 0),
    unplacedCost: Int32Array.from(model.activities, (a) => unplacedCost(model, a)),
    domain: packLists(domains),
    startCost: startCosts(model, domains),
    needFrom,
    needOwner: Int32Array.from(model.activities.flatMap((activity, a) => activity.needs.map(() => a))),
    candidates: packLists(candidates.flat()),
    useCost: useCosts(model, candidates, needs),
    graph,
    proximity,
    relations: relationTable(model),
    relationsOf: listsOf(model, model.relations.map((r) => (r.a === r.b ? [r.a] : [r.a, r.b]))),
    resource,
    agenda: agendaTable(model),
    series: seriesTable(model, resource.kinds),
    together: packLists(together),
    groupOf: groupIndex(model, together),
    features: featuresOf(model, graph, resource.timed),
  };
}

function timeTable({ grid }: Model): Pick<Compiled, 'slots' | 'days' | 'dayOf' | 'dayFrom' | 'weekOf' | 'weeks'> {
  const days = dayCount(grid);
  const dayFrom = new Int32Array(days + 1).fill(grid.slots);
  for (let slot = grid.slots - 1; slot >= 0; slot--) dayFrom[grid.dayOf[slot]!] = slot;
  for (let day = days - 1; day >= 0; day--) dayFrom[day] = Math.min(dayFrom[day]!, dayFrom[day + 1]!);
  const weekOf = Int32Array.from({ length: days }, (_, day) => grid.weekOf?.[day] ?? 0);
  return { slots: grid.slots, days, dayOf: Int32Array.from(grid.dayOf), dayFrom, weekOf, weeks: Math.max(0, ...weekOf) + 1 };
}

/** For each activity the positions of the lists it stands in. */
function listsOf(model: Model, lists: number[][]) {
  const of: number[][] = model.activities.map(() => []);
  lists.forEach((list, i) => list.forEach((a) => of[a]!.push(i)));
  return packLists(of);
}

function relationTable({ relations }: Model): Relations {
  return {
    kind: Uint8Array.from(relations, (r) => RELATION_KINDS.indexOf(r.kind)),
    a: Int32Array.from(relations, (r) => r.a),
    b: Int32Array.from(relations, (r) => r.b),
    lag: Int32Array.from(relations, (r) => r.lag ?? 0),
    cost: Int32Array.from(relations, (r) => r.cost ?? -1),
  };
}

function agendaTable(model: Model): AgendaTable {
  const judged = model.attendees.filter((one) => one.agenda !== undefined || one.maxPerDay !== undefined);
  return {
    count: judged.length,
    people: Int32Array.from(judged, (one) => one.people ?? 1),
    wish: Int32Array.from(judged, (one) => one.agenda ?? -1),
    maxPerDay: Int32Array.from(judged, (one) => one.maxPerDay ?? NO_LIMIT),
    of: listsOf(model, judged.map((one) => one.activities)),
  };
}

function seriesTable({ series, activities }: Model, kinds: string[]): SeriesTable {
  const of: number[][] = activities.map(() => []);
  series.forEach((one, i) => one.activities.forEach((a) => of[a]!.push(i)));
  return {
    count: series.length,
    of: packLists(of),
    minDays: Int32Array.from(series, (one) => one.minDays?.days ?? 0),
    minDaysCost: Int32Array.from(series, (one) => one.minDays?.cost ?? 0),
    resourceKind: Int32Array.from(series, (one) => kinds.indexOf(one.sameResource?.kind ?? '')),
    resourceCost: Int32Array.from(series, (one) => one.sameResource?.cost ?? 0),
  };
}

/** Activities tied by hard `sameSlot` relations, as groups of two and more. */
function groupsInOneSlot(model: Model): number[][] {
  const root = model.activities.map((_, a) => a);
  const find = (a: number): number => (root[a] === a ? a : (root[a] = find(root[a]!)));
  for (const r of model.relations) if (r.kind === 'sameSlot' && r.cost === undefined) root[find(r.b)] = find(r.a);
  const groups = new Map<number, number[]>();
  model.activities.forEach((_, a) => groups.set(find(a), [...(groups.get(find(a)) ?? []), a]));
  return [...groups.values()].filter((group) => group.length > 1);
}

function groupIndex(model: Model, groups: number[][]): Int32Array {
  const of = new Int32Array(model.activities.length).fill(-1);
  groups.forEach((group, g) => group.forEach((a) => (of[a] = g)));
  return of;
}

function featuresOf(model: Model, graph: Graph, timed: Uint8Array): Features {
  const n = Math.max(1, model.activities.length);
  const one = model.activities.every((a) => a.needs.length === 1 && (a.duration ?? 1) === 1);
  const plain = model.resources.every((r) => !r.shared && !r.penalty && !r.maxPerDay && !r.maxPerWeek) && timed.every((is) => is === 0);
  const indifferent = model.activities.every((a) => a.needs.every((need) => need.seats !== 'soft' && !need.cost));
  const unasked = !model.wishes.fairness?.length && !model.wishes.seatWaste && !model.wishes.change && !model.series.some((s) => s.sameResource);
  return {
    degree: graph.to.length / n,
    density: graph.to.length / (n * n),
    cells: one && plain,
    freeRooms: one && plain && indifferent && unasked,
    shared: model.resources.some((r) => r.shared),
    noNeeds: model.activities.every((a) => a.needs.length === 0),
  };
}
