import { evaluate, type Evaluation } from '../evaluate/evaluate.js';
import { needOffsets, type Model, type Plan } from '../model/model.js';
import { solveToEnd } from '../workers/solve.js';

/** What happened, and what may still be moved. */
export interface Incident {
  /** The plan that people know. */
  plan: Plan;
  /** First slot that is not past. */
  now?: number;
  /** Activities that must not move, whatever comes. */
  frozen?: number[];
  /** Starts before `now + noticeSlots` stay, unless they are hit. */
  noticeSlots?: number;
}

/** One way out. */
export interface Alternative {
  /** `substitute`: nobody moves in time; `near`: few move; `far`: what is best for the timetable; by the price of a changed start. */
  kind: 'substitute' | 'near' | 'far';
  plan: Plan;
  evaluation: Evaluation;
  /** Activities with another start, with other resources only, and without a place. */
  moved: number[];
  substituted: number[];
  unplaced: number[];
  /** People who must be told, counted once per activity. */
  told: number;
}

export interface ReplanOptions {
  seed: number;
  /** Moves for each alternative. */
  iterations: number;
  threads?: boolean;
}

const PRICES = [
  { kind: 'substitute' as const, start: 1000, each: 100_000, resource: 200, heat: 0.01 },
  { kind: 'near' as const, start: 40, each: 4000, resource: 8, heat: 0.02 },
  { kind: 'far' as const, start: 4, each: 0, resource: 1, heat: 0.1 },
];

/**
 * Plans again after an incident. `model` holds the new truth (somebody away, a room closed); the known plan is kept wherever it can be.
 * Alternatives differ in what a change costs; plans that another one beats in both changes and cost are left out.
 */
export async function replan(model: Model, incident: Incident, options: ReplanOptions): Promise<Alternative[]> {
  const hit = hitBy(model, incident.plan);
  const found: Alternative[] = [];
  for (const price of PRICES) {
    const priced = withPrices(model, incident, hit, price);
    const outcome = await solveToEnd(priced, {
      seed: options.seed,
      workers: 1,
      iterations: options.iterations,
      from: { plan: without(model, incident.plan, hit), heat: price.heat },
      threads: options.threads ?? false,
    });
    found.push(describe(model, incident.plan, price.kind, outcome.plan));
  }
  return found.filter((one, i) => !found.some((other, k) => k < i && beats(other, one)));
}

function beats(one: Alternative, other: Alternative): boolean {
  return one.told <= other.told && one.unplaced.length <= other.unplaced.length && one.evaluation.cost <= other.evaluation.cost;
}

/** Activities that the new truth forbids where they are. */
function hitBy(model: Model, plan: Plan): Set<number> {
  const hit = new Set<number>();
  const state = evaluateEach(model, plan);
  for (const a of state) hit.add(a);
  return hit;
}

/** Activities whose own slot or resources are refused: moving them is forced, moving others is a choice. */
function evaluateEach(model: Model, plan: Plan): number[] {
  const offsets = needOffsets(model);
  return model.activities.flatMap((activity, a) => {
    if (plan.start[a]! < 0) return [];
    const slots = Array.from({ length: activity.duration ?? 1 }, (_, i) => plan.start[a]! + i);
    const covers = (closed: number[] | undefined): boolean => closed?.some((s) => slots.includes(s)) ?? false;
    const away = plan.choice.slice(offsets[a], offsets[a + 1]).some((r) => r < 0 || covers(model.resources[r]!.closed));
    const refused = (activity.closed?.includes(plan.start[a]!) ?? false) || model.attendees.some((one) => covers(one.closed) && one.activities.includes(a));
    return away || refused ? [a] : [];
  });
}

function without(model: Model, plan: Plan, hit: Set<number>): Plan {
  const offsets = needOffsets(model);
  const rest = { start: [...plan.start], choice: [...plan.choice] };
  for (const a of hit) {
    rest.start[a] = -1;
    rest.choice.fill(-1, offsets[a], offsets[a + 1]);
  }
  return rest;
}

function withPrices(model: Model, incident: Incident, hit: Set<number>, price: { start: number; each: number; resource: number }): Model {
  const offsets = needOffsets(model);
  const { now = 0, noticeSlots = 0, plan } = incident;
  const frozen = new Set(incident.frozen ?? []);
  const stays = (a: number): boolean => plan.start[a]! >= 0 && (frozen.has(a) || plan.start[a]! < now || (plan.start[a]! < now + noticeSlots && !hit.has(a)));
  return {
    ...model,
    published: plan,
    activities: model.activities.map((activity, a) => {
      if (stays(a)) return { ...activity, pin: { start: plan.start[a]!, choice: plan.choice.slice(offsets[a], offsets[a + 1]) } };
      return hit.has(a) && now > 0 ? { ...activity, window: [Math.max(now, activity.window?.[0] ?? 0), activity.window?.[1] ?? model.grid.slots - 1] as [number, number] } : activity;
    }),
    wishes: { ...model.wishes, change: { start: price.start, each: price.each, resource: price.resource, now, noticeSlots }, unplaced: Math.max(model.wishes.unplaced ?? 1000, 2_000_000) },
  };
}

function describe(model: Model, known: Plan, kind: Alternative['kind'], plan: Plan): Alternative {
  const offsets = needOffsets(model);
  const all = model.activities.map((_, a) => a);
  const unplaced = all.filter((a) => plan.start[a]! < 0);
  const moved = all.filter((a) => plan.start[a]! >= 0 && plan.start[a] !== known.start[a]);
  const other = (a: number): boolean => plan.choice.slice(offsets[a], offsets[a + 1]).some((r, k) => r !== known.choice[offsets[a]! + k]);
  const substituted = all.filter((a) => plan.start[a]! >= 0 && plan.start[a] === known.start[a] && other(a));
  const told = [...moved, ...substituted, ...unplaced].reduce((sum, a) => sum + model.activities[a]!.people, 0);
  return { kind, plan, evaluation: evaluate(model, plan), moved, substituted, unplaced, told };
}
