import { setTimeout as pause } from 'node:timers/promises';
import { openLedgerWorld } from '../support/ledger-world.js';
import { hasRedisServer, RedisServer } from '../support/redis-server.js';
import { WorkerProcess, type WorkerWishes } from '../support/worker-process.js';
import { type Bench, type Figure } from './frame/bench.js';
import { type Ground } from './frame/ground.js';
import { bareRate } from './messages/bare-pool.js';
import { Outbox } from './messages/outbox.js';
import { rateOf, SinkProcess } from './messages/sink.js';

const MANY = 5_000;
const KILLS = 10;
const KILLED_OVER = 1_000;
const AWAY_SECONDS = 60;
const BOOKINGS = 150;

interface Stage {
  readonly ground: Ground;
  readonly sink: SinkProcess;
  readonly outbox: Outbox;
  readonly wishes: WorkerWishes;
}

/** Runs a worker for as long as something is measured. */
async function withWorker<T>(stage: Stage, work: () => Promise<T>, wishes: Partial<WorkerWishes> = {}): Promise<T> {
  const worker = await WorkerProcess.start({ ...stage.wishes, ...wishes });
  try {
    return await work();
  } finally {
    await worker.kill();
  }
}

/** All messages are there before the worker starts: what is measured is the dispatcher, not who posts. */
async function handOverRate(stage: Stage, wishes: Partial<WorkerWishes> = {}): Promise<number> {
  await stage.sink.ask('empty');
  await stage.outbox.post(MANY);
  return withWorker(stage, async () => rateOf(await stage.sink.received(MANY)), wishes);
}

async function rates(stage: Stage): Promise<Figure[]> {
  stage.ground.say('  hand-over rates…');
  const ratio = (name: string, value: number): Figure => ({ name, value, unit: '× bare pool', better: 'higher', must: 0.5, goal: 0.8 });
  const bareBefore = await bareRate(stage.sink, MANY);
  const onPostgres = await handOverRate(stage);
  let onRedis: number | undefined;
  if (hasRedisServer) {
    const redis = await RedisServer.start();
    onRedis = await handOverRate(stage, { redisUrl: redis.url });
    await redis.close();
  }
  // The floor is measured on both sides of ours, so that a machine that gets busier is not held against either.
  const bare = (bareBefore + (await bareRate(stage.sink, MANY))) / 2;
  return [
    { name: 'bare nodemailer pool', value: bare, unit: 'messages/s', better: 'higher' },
    { name: 'dispatcher', value: onPostgres, unit: 'messages/s', better: 'higher' },
    ratio('dispatcher, queue on PostgreSQL', onPostgres / bare),
    ...(onRedis === undefined ? [] : [ratio('dispatcher, queue on Redis', onRedis / bare)]),
  ];
}

async function lateness(stage: Stage): Promise<Figure> {
  stage.ground.say(`  ${MANY} messages due in one second…`);
  await stage.sink.ask('empty');
  const late = await withWorker(stage, async () => {
    const dueAt = new Date(Date.now() + 8_000);
    await stage.outbox.post(MANY, dueAt);
    const { times } = await stage.sink.received(MANY);
    return times.map((time) => (time - dueAt.getTime()) / 1_000).sort((a, b) => a - b);
  });
  return { name: `${MANY} due in one second: p99 lateness`, value: late[Math.floor(late.length * 0.99)] ?? Infinity, unit: 's', better: 'lower', must: 10, goal: 2 };
}

async function serverAway(stage: Stage): Promise<Figure[]> {
  stage.ground.say(`  mail server away for ${AWAY_SECONDS} s…`);
  await stage.sink.ask('empty');
  await stage.sink.ask('down');
  await stage.outbox.post(KILLED_OVER);
  return withWorker(stage, async () => {
    await pause(AWAY_SECONDS * 1_000);
    const back = Date.now();
    await stage.sink.ask('up');
    const { ids, times } = await stage.sink.received(KILLED_OVER);
    return [
      { name: `mail server away ${AWAY_SECONDS} s: lost of ${KILLED_OVER}`, value: KILLED_OVER - new Set(ids).size, unit: 'messages', better: 'lower' as const, must: 0, goal: 0 },
      { name: 'all handed over after its return', value: (Math.max(...times) - back) / 1_000, unit: 's', better: 'lower' as const, must: 600, goal: 30 },
    ];
  });
}

async function killed(stage: Stage): Promise<Figure[]> {
  stage.ground.say(`  ${KILLS} × kill -9 during ${KILLED_OVER} messages…`);
  await stage.sink.ask('empty');
  await stage.outbox.post(KILLED_OVER);
  for (let kill = 0; kill < KILLS; kill++) {
    const worker = await WorkerProcess.start({ ...stage.wishes, mailRate: 60 });
    await pause(300 + Math.random() * 700);
    await worker.kill();
  }
  return withWorker(stage, async () => {
    const { ids } = await stage.sink.received(KILLED_OVER);
    await pause(5_000);
    const again = ids.length - new Set(ids).size;
    return [
      { name: `${KILLS} × kill -9: lost of ${KILLED_OVER}`, value: KILLED_OVER - new Set(ids).size, unit: 'messages', better: 'lower' as const, must: 0, goal: 0 },
      { name: `${KILLS} × kill -9: sent again`, value: again, unit: 'messages', better: 'lower' as const },
      { name: `${KILLS} × kill -9: sent again without being marked ambiguous`, value: Math.max(0, again - (await stage.outbox.ambiguous())), unit: 'messages', better: 'lower' as const, must: 0, goal: 0 },
    ];
  });
}

/**
 * The same number of bookings one after the other, beside a worker that has nothing to send and beside one that sends at its allowed rate;
 * in turns. The worker follows what is booked in both.
 */
async function bookingsBeside(ground: Ground, sink: SinkProcess): Promise<Figure> {
  ground.say('  bookings beside the dispatcher…');
  const world = await openLedgerWorld();
  ground.defer(() => world.test.close());
  const stage: Stage = { ground, sink, outbox: await Outbox.fill(world.test, MANY), wishes: { databaseUrl: world.test.appUrl, smtpUrl: sink.url, mailRate: 200, leaseSeconds: 30 } };
  const room = await world.room();
  let minute = 0;
  const book = async (): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < BOOKINGS; n++) {
      const day = new Date(Date.UTC(2028, 0, 3 + Math.floor(minute / 96))).toISOString().slice(0, 10);
      const [from, to] = [minute, minute + 1].map((quarter) => `${String(Math.floor(((quarter % 96) * 15) / 60)).padStart(2, '0')}:${String(((quarter % 96) * 15) % 60).padStart(2, '0')}`);
      minute += minute % 96 === 94 ? 2 : 1;
      const start = performance.now();
      await world.booked(room, { startsAt: `${day}T${from}`, endsAt: `${day}T${to}` });
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[Math.floor(BOOKINGS * 0.5)] ?? Infinity;
  };
  const settledBookings = async (): Promise<number> => {
    await pause(1_000);
    return book();
  };
  await book();
  const ratios: number[] = [];
  for (let round = 0; round < 3; round++) {
    await stage.outbox.clear();
    const quiet = await withWorker(stage, settledBookings);
    await stage.outbox.post(MANY);
    ratios.push((await withWorker(stage, settledBookings)) / quiet);
  }
  const slower = (ratios.sort((a, b) => a - b)[1] ?? Infinity) - 1;
  return { name: 'bookings beside 200 messages/s: slower than beside an idle worker (median of 3 rounds)', value: slower * 100, unit: '%', better: 'lower', must: 20, goal: 10 };
}

/** Messages: how fast, how late, and what is lost when things break. */
export const bench: Bench = {
  name: 'messages',
  summary: 'hand-over beside a bare pool, lateness of a rush, mail server away, kill -9, bookings meanwhile',
  options: 'rates, lateness, away, bookings, kills: only these parts',
  run: async (ground, words) => {
    const test = await ground.database();
    const sink = await SinkProcess.open();
    ground.defer(() => sink.close());
    const stage: Stage = { ground, sink, outbox: await Outbox.fill(test, MANY), wishes: { databaseUrl: test.appUrl, smtpUrl: sink.url, leaseSeconds: 10, mailRate: 10_000 } };
    const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
      rates: () => rates(stage),
      lateness: async () => [await lateness(stage)],
      away: () => serverAway(stage),
      bookings: async () => [await bookingsBeside(ground, sink)],
      kills: () => killed(stage),
    };
    const figures: Figure[] = [];
    for (const [name, part] of Object.entries(parts)) if (words.length === 0 || words.includes(name)) figures.push(...(await part()));
    return figures;
  },
};
