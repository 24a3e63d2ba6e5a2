import { type Learner, type Offer } from '../exact/agendas.js';
import { Random } from '../improve/random.js';

/** Learners who each have a planted agenda, and an offer with seats for just these and a few more. */
export function plantedAgendas(seed: number, learners = 1000, modules = 60): { offer: Offer; learners: Learner[] } {
  const random = new Random(seed);
  const weeks = 12;
  const perWeek = 20;
  const offer: Offer = { modules: [], offerings: [] };
  for (let m = 0; m < modules; m++) {
    const stage = m % 4;
    offer.modules.push({ id: `module ${m}`, prerequisites: stage > 0 ? [m - 1] : [], lag: 0 });
    for (let o = 0; o < 4; o++) {
      // A stage lasts three weeks, so that a module follows what it builds on.
      const slot = random.below(perWeek);
      offer.offerings.push({ module: m, seats: 0, slots: [0, 1, 2].map((w) => (stage * 3 + w) * perWeek + slot), cost: random.below(10) });
    }
  }
  const people = Array.from({ length: learners }, (_, i) => plantLearner(random, offer, i, weeks * perWeek));
  for (const one of offer.offerings) one.seats += random.below(3);
  return { offer, learners: people };
}

function plantLearner(random: Random, offer: Offer, i: number, slots: number): Learner {
  const taken = new Set<number>();
  const wants: number[] = [];
  for (let track = 0; track < 3; track++) {
    const first = random.below(offer.modules.length / 4) * 4;
    if (wants.includes(first)) continue;
    for (let stage = 0; stage < 4; stage++) {
      const own = offer.offerings.filter((one) => one.module === first + stage && !one.slots.some((s) => taken.has(s)));
      if (own.length === 0) break;
      const chosen = own[random.below(own.length)]!;
      chosen.seats++;
      for (const s of chosen.slots) taken.add(s);
      wants.push(first + stage);
    }
  }
  const busy = Array.from({ length: 10 }, () => random.below(slots)).filter((s) => !taken.has(s));
  return { id: `learner ${i}`, wants, busy };
}
