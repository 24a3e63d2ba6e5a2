import { type CoachingBatch } from '../exact/coaching.js';
import { Random } from '../improve/random.js';

/** A batch whose best plan is known: each request has one appointment of its own at no cost, dealt evenly to experts; all other options cost. */
export function plantedCoaching(seed: number, requests = 3000, appointments = 4000, experts = 120): { batch: CoachingBatch; optimum: number } {
  const random = new Random(seed);
  const fairness = 1;
  const order = Array.from({ length: appointments }, (_, s) => s);
  for (let i = order.length - 1; i > 0; i--) {
    const k = random.below(i + 1);
    [order[i], order[k]] = [order[k]!, order[i]!];
  }
  const offers = order.slice(0, requests);
  const expertOf = new Int32Array(appointments);
  offers.forEach((s, i) => (expertOf[s] = i % experts));
  for (const s of order.slice(requests)) expertOf[s] = random.below(experts);
  const loads = Array.from({ length: experts }, (_, x) => Math.floor(requests / experts) + (x < requests % experts ? 1 : 0));
  return {
    batch: {
      experts,
      fairness,
      appointments: Array.from(expertOf, (expert) => ({ expert })),
      requests: offers.map((own) => ({ unservedCost: 100_000, options: [{ appointment: own, cost: 0 }, ...others(random, appointments, own)] })),
    },
    optimum: loads.reduce((sum, load) => sum + fairness * load * load, 0),
  };
}

function others(random: Random, appointments: number, own: number): { appointment: number; cost: number }[] {
  const chosen = new Set<number>();
  while (chosen.size < 50) chosen.add(random.below(appointments));
  chosen.delete(own);
  return [...chosen].map((appointment) => ({ appointment, cost: 1 + random.below(40) }));
}
