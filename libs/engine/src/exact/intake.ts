import { type AgendaPlan, AgendaSearch, type Learner, type Offer } from './agendas.js';

/** Rounds in which those without a place try to change with others. */
const ROUNDS = 3;
/** What expected demand above the seats adds to the price of a seat, at most. */
const DEAREST = 1000;

/**
 * Agendas of a whole intake: one learner on top of the others, seats priced by expected demand so that the first do not take what later ones
 * cannot do without; then learners who miss something change places with those who can do with another offering.
 */
export function assignAgendas(offer: Offer, learners: Learner[]): AgendaPlan[] {
  const free = Int32Array.from(offer.offerings, (one) => one.seats);
  const search = new AgendaSearch(offer, free, prices(offer, learners));
  const plans = learners.map((learner) => {
    const plan = search.plan(learner);
    take(free, plan, 1);
    return plan;
  });
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    plans.forEach((plan, i) => {
      if (plan.missing.length > 0) changed = makeRoom({ offer, learners, plans, search, free }, i) || changed;
    });
    if (!changed) break;
  }
  if (offer.balance) for (let round = 0; round < ROUNDS; round++) level({ offer, learners, plans, search, free });
  return plans;
}

interface Intake {
  offer: Offer;
  learners: Learner[];
  plans: AgendaPlan[];
  search: AgendaSearch;
  free: Int32Array;
}

function take(free: Int32Array, plan: AgendaPlan, seats: 1 | -1): void {
  for (const o of plan.offering) if (o >= 0) free[o]! -= seats;
}

/** Each wish spreads over the offerings that the learner can attend. */
function prices(offer: Offer, learners: Learner[]): Float64Array {
  const demand = new Float64Array(offer.offerings.length);
  const byModule: number[][] = offer.modules.map(() => []);
  offer.offerings.forEach((one, o) => byModule[one.module]!.push(o));
  for (const learner of learners) {
    const busy = new Set(learner.busy);
    for (const module of learner.wants) {
      const possible = byModule[module]!.filter((o) => !offer.offerings[o]!.slots.some((s) => busy.has(s)));
      for (const o of possible) demand[o]! += 1 / possible.length;
    }
  }
  return demand.map((expected, o) => Math.min(DEAREST, Math.max(0, expected / Math.max(1, offer.offerings[o]!.seats) - 0.5) * 100));
}

/** Frees a seat in an offering that the learner misses by moving one of those who sit there, when nobody loses. */
function makeRoom(intake: Intake, i: number): boolean {
  const { offer, plans, free } = intake;
  const before = plans[i]!.missing.length;
  for (const { module } of plans[i]!.missing) {
    for (let o = 0; o < offer.offerings.length; o++) {
      if (offer.offerings[o]!.module === module && free[o] === 0 && changePlaces(intake, i, o, before)) return true;
    }
  }
  return replan(intake, i, before);
}

function changePlaces(intake: Intake, i: number, o: number, before: number): boolean {
  const { plans, learners, search, free } = intake;
  for (let other = 0; other < plans.length; other++) {
    const old = plans[other]!;
    if (other === i || !old.offering.includes(o)) continue;
    take(free, old, -1);
    const moved = search.plan(learners[other]!, o);
    if (moved.missing.length <= old.missing.length) {
      take(free, moved, 1);
      plans[other] = moved;
      if (replan(intake, i, before)) return true;
      take(free, moved, -1);
      plans[other] = old;
    }
    take(free, old, 1);
  }
  return false;
}

/** Everybody chooses once more, seeing how full the groups have become: with each better choice the sum of all costs falls. */
function level(intake: Intake): void {
  intake.plans.forEach((old, i) => {
    take(intake.free, old, -1);
    const plan = intake.search.plan(intake.learners[i]!);
    intake.plans[i] = plan.missing.length <= old.missing.length ? plan : old;
    take(intake.free, intake.plans[i], 1);
  });
}

function replan({ plans, learners, search, free }: Intake, i: number, before: number): boolean {
  const old = plans[i]!;
  take(free, old, -1);
  const plan = search.plan(learners[i]!);
  plans[i] = plan.missing.length < before ? plan : old;
  take(free, plans[i], 1);
  return plans[i] === plan;
}
