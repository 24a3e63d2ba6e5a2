import { isProblem } from '@app/platform';
import { isPlanned, Occurrences, planTime } from '@app/ledger';
import { countAnswers, crowd } from '../support/crowd.js';
import { checkAgainstModel } from '../support/ledger-model-check.js';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';
import { type Bench, type Figure } from './frame/bench.js';

const RIVALS = 500;
const SWAPS = 200;
const OPERATIONS = 10_000;
/** More would only wait in the pool of ten connections instead of before it. */
const AT_ONCE = 100;

/** What the ledger promises when everybody wants the same thing at once. Outcomes that must never be otherwise stop the run. */
export const bench: Bench = {
  name: 'booking',
  summary: '500 rivals for one slot, 200 opposite swaps, a series of 60 × 27 claims, 10,000 random operations against a model',
  run: async (ground) => {
    await ground.database({ connections: 1 });
    const world = await openLedgerWorld({ connections: 10 });
    ground.defer(() => world.test.close());
    await warmUp(world);
    const figures = [...(await rivals(world)), ...(await swaps(world)), await series(world)];
    ground.say(`${OPERATIONS} random operations by 20 clients …`);
    const differences = await checkAgainstModel(world, { operations: OPERATIONS, clients: 20, seed: 55 });
    for (const difference of differences) ground.say(difference);
    const [counted] = await world.test.asOwner<{ deadlocks: number }>(`select deadlocks::int from pg_stat_database where datname = current_database()`);
    return [
      ...figures,
      { name: `differences from the model in ${OPERATIONS} operations`, value: differences.length, unit: 'answers', better: 'lower', must: 0, goal: 0 },
      { name: 'deadlocks in the whole run', value: counted?.deadlocks ?? -1, unit: 'deadlocks', better: 'lower', must: 0, goal: 0 },
    ];
  },
};

/** Every connection has planned its statements once, as in a server that runs. */
async function warmUp(world: LedgerWorld): Promise<void> {
  const room = await world.room();
  for (let round = 0; round < 10; round++) await Promise.all(Array.from({ length: 20 }, () => world.book(room)));
}

function expectExactly(answers: readonly object[], wanted: Record<string, number>): void {
  const counts = countAnswers(answers);
  if (JSON.stringify(counts) !== JSON.stringify(wanted)) throw new Error(`Answered ${JSON.stringify(counts)} instead of ${JSON.stringify(wanted)}.`);
}

async function rivals(world: LedgerWorld): Promise<readonly Figure[]> {
  const room = await world.room();
  const times: number[] = [];
  const from = performance.now();
  const answers = await crowd(
    RIVALS,
    async () => {
      const answer = await world.book(room);
      times.push(performance.now() - from);
      return answer;
    },
    AT_ONCE,
  );
  const counts = countAnswers(answers);
  expectExactly([{}, ...answers.filter(isProblem)], { done: 1, SLOT_TAKEN: RIVALS - 1 });
  times.sort((a, b) => a - b);
  return [
    { name: `${RIVALS} rivals for one slot: winners`, value: counts.done ?? 0, unit: 'bookings', better: 'lower', must: 1, goal: 1 },
    { name: `${RIVALS} rivals for one slot: all answered`, value: times.at(-1) ?? 0, unit: 'ms', better: 'lower', must: 2_000, goal: 700 },
    { name: `${RIVALS} rivals for one slot: half answered`, value: times[RIVALS / 2] ?? 0, unit: 'ms', better: 'lower' },
  ];
}

async function swaps(world: LedgerWorld): Promise<readonly Figure[]> {
  const [one, two] = [await world.room(), await world.room()];
  const [a, b] = [await world.booked(one), await world.booked(two)];
  const version = async (id: string): Promise<number> => (await world.test.asOwner<{ version: number }>('select version from occurrence where id = $1', [id]))[0]?.version ?? 0;
  const from = performance.now();
  const answers = await crowd(
    SWAPS,
    async (index) => {
      const [first, second] = index % 2 ? [a, b] : [b, a];
      const [left, right] = index % 4 < 2 ? [one, two] : [two, one];
      return world.move(
        { occurrenceId: first.occurrenceId, expectedVersion: await version(first.occurrenceId), resourceIds: [left] },
        { occurrenceId: second.occurrenceId, expectedVersion: await version(second.occurrenceId), resourceIds: [right] },
      );
    },
    AT_ONCE,
  );
  const took = performance.now() - from;
  const unexpected = Object.keys(countAnswers(answers)).filter((answer) => answer !== 'done' && answer !== 'STALE_VERSION');
  if (unexpected.length > 0) throw new Error(`Swaps were answered ${unexpected.join(', ')}.`);
  return [{ name: `${SWAPS} opposite swaps of two rooms: all answered`, value: took, unit: 'ms', better: 'lower', must: 2_000 }];
}

async function series(world: LedgerWorld): Promise<Figure> {
  const { test, make, centre, site, marie } = world;
  const room = await world.room();
  const people = await Promise.all(Array.from({ length: 26 }, () => make.actor({ organisation: centre })));
  const drafts = Array.from({ length: 60 }, (_, index) => {
    const day = new Date(Date.UTC(2027, 0, 4 + index)).toISOString().slice(0, 10);
    const time = planTime({ startsAt: `${day}T09:00`, endsAt: `${day}T12:00`, zone: 'Europe/Brussels' });
    if (!isPlanned(time)) throw new Error('The time of the series is wrong.');
    return {
      ...{ key: String(index), kind: 'session', time, site: { id: site.id, organisationId: centre.id }, cards: [{ language: 'fr' as const, title: `Séance ${index + 1}` }] },
      things: [{ resourceId: room, part: 'room' as const }],
      attendees: people.map((person, place) => ({ personId: person.personId ?? '', part: place === 0 ? ('trainer' as const) : ('learner' as const) })),
    };
  });
  const from = performance.now();
  const planned = await test.database.as(marie, (tx) => test.get(Occurrences).plan(tx, centre.id, drafts));
  const took = performance.now() - from;
  if (isProblem(planned)) throw new Error(`The series was refused: ${planned.code}.`);
  return { name: 'a series of 60 sessions with 25 learners, trainer and room: planned', value: took, unit: 'ms', better: 'lower', must: 1_000 };
}
