import fc from 'fast-check';
import { evaluate } from '../evaluate/evaluate.js';
import { plantedAgendas } from '../generate/agendas.js';
import { plantedCoaching } from '../generate/coaching.js';
import { plantedWeek } from '../generate/planted.js';
import { type Learner, type Offer } from './agendas.js';
import { assignCoaching, type CoachingBatch } from './coaching.js';
import { assignAgendas } from './intake.js';

const batches: fc.Arbitrary<CoachingBatch> = fc.record({
  requests: fc.array(
    fc.record({ unservedCost: fc.integer({ min: 10, max: 40 }), options: fc.uniqueArray(fc.record({ appointment: fc.nat(3), cost: fc.nat(9) }), { selector: (one) => one.appointment, maxLength: 3 }) }),
    { maxLength: 4 },
  ),
  appointments: fc.array(fc.record({ expert: fc.nat(1) }), { minLength: 4, maxLength: 4 }),
  experts: fc.constant(2),
  fairness: fc.nat(4),
});

/** Every way to serve the requests, tried. */
function cheapest({ requests, appointments, experts, fairness }: CoachingBatch, r = 0, taken: number[] = []): number {
  const request = requests[r];
  if (!request) {
    const loads = new Array<number>(experts).fill(0);
    for (const s of taken) loads[appointments[s]!.expert]!++;
    return loads.reduce((sum, load) => sum + fairness * load * load, 0);
  }
  const rest = { requests, appointments, experts, fairness };
  const served = request.options.filter((option) => !taken.includes(option.appointment)).map((option) => option.cost + cheapest(rest, r + 1, [...taken, option.appointment]));
  return Math.min(request.unservedCost + cheapest(rest, r + 1, taken), ...served);
}

describe('coaching', () => {
  it('is as cheap as the best of all ways, fairness included', () => {
    fc.assert(fc.property(batches, (batch) => expect(assignCoaching(batch).cost).toBe(cheapest(batch))), { numRuns: 300 });
  });

  it('finds the planted optimum of a large batch', () => {
    const { batch, optimum } = plantedCoaching(3, 600, 800, 30);
    expect(assignCoaching(batch)).toMatchObject({ cost: optimum, served: 600 });
  });
});

function faults(offer: Offer, learners: Learner[], offerings: number[][]): string[] {
  const taken = new Int32Array(offer.offerings.length);
  const found: string[] = [];
  learners.forEach((learner, i) => {
    const slots = offerings[i]!.flatMap((o) => (o < 0 ? [] : offer.offerings[o]!.slots));
    for (const o of offerings[i]!) if (o >= 0) taken[o]!++;
    if (new Set(slots).size < slots.length) found.push(`${learner.id} is in two places`);
    if (slots.some((s) => learner.busy.includes(s))) found.push(`${learner.id} is away`);
  });
  offer.offerings.forEach((one, o) => taken[o]! > one.seats && found.push(`offering ${o} is overfull`));
  return found;
}

describe('agendas', () => {
  it('keeps seats, absences and clashes; whoever misses a module is told why', () => {
    const { offer, learners } = plantedAgendas(1, 120, 24);
    const plans = assignAgendas(offer, learners);
    expect(faults(offer, learners, plans.map((plan) => plan.offering))).toEqual([]);
    const missing = plans.flatMap((plan) => plan.missing);
    expect(missing.every((one) => Object.keys(one.why).length > 0)).toBe(true);
    expect(missing.length).toBeLessThan(learners.length / 4);
  });
});

describe('groups of one module', () => {
  const sizes = (balance: number): number[] => {
    const offer: Offer = { balance, modules: [{ id: 'module', prerequisites: [] }], offerings: [0, 1, 2].map((slot) => ({ module: 0, seats: 10, slots: [slot], cost: slot })) };
    const learners: Learner[] = Array.from({ length: 9 }, (_, i) => ({ id: `learner ${i}`, wants: [0], busy: i < 4 ? [2] : [] }));
    const chosen = assignAgendas(offer, learners).flatMap((plan) => plan.offering);
    return [0, 1, 2].map((o) => chosen.filter((one) => one === o).length);
  };

  it('are of like size when that is wished for, whoever came first and is bound', () => {
    expect(sizes(5)).toEqual([3, 3, 3]);
  });

  it('follow what is liked when it is not', () => {
    expect(sizes(0)).toEqual([9, 0, 0]);
  });
});

describe('planted weeks', () => {
  it('have a plan without cost', () => {
    for (const seed of [1, 2, 3]) {
      const { model, plan } = plantedWeek(seed);
      expect(evaluate(model, plan)).toMatchObject({ feasible: true, cost: 0 });
    }
  });
});
