import { setTimeout as pause } from 'node:timers/promises';
import { hasRedisServer, RedisServer } from '../support/redis-server.js';
import { type Bench, type Figure } from './frame/bench.js';
import { type Ground } from './frame/ground.js';

const JOBS = 100_000;
const PATIENCE_SECONDS = 600;

/** Rows that say "queued" since an hour, of a queue that knows none of them: what a flush, an empty restart or a lagging replica leaves. */
const LOST = `
  insert into job (name, queue, key, payload, run_at, state, queued_at)
  select 'reminders.replan', 'reminders', id, jsonb_build_object('organisationId', id), app.now() - interval '1 hour', 'queued', app.now() - interval '1 hour'
  from (select gen_random_uuid()::text as id from generate_series(1, $1::int)) ids`;
/** Not told to the new queue yet. */
const MISSING = `select count(*)::int as n from job where state in ('waiting', 'queued') and queued_at < app.now() - interval '50 minutes'`;

/** Case 72: how long a worker takes, from its start, to fill an empty queue with a hundred thousand waiting jobs; it works on them meanwhile. */
export const bench: Bench = {
  name: 'queue',
  summary: '100,000 waiting jobs told to a queue that lost everything, on both backends',
  run: async (ground) => {
    const onPostgres = await rebuilt(ground);
    if (!hasRedisServer) ground.say('No redis-server found: not measured on Redis.');
    const onRedis = hasRedisServer ? await rebuilt(ground, true) : undefined;
    return [figure('PostgreSQL', onPostgres), ...(onRedis === undefined ? [] : [figure('Redis', onRedis)])];
  },
};

const figure = (backend: string, value: number): Figure => ({ name: `${JOBS.toLocaleString('en')} jobs back in a queue on ${backend}`, value, unit: 's', better: 'lower', must: 30 });

async function rebuilt(ground: Ground, withRedis = false): Promise<number> {
  const redis = withRedis ? await RedisServer.start() : undefined;
  if (redis) ground.defer(() => redis.close());
  const database = await ground.database();
  await database.asOwner(LOST, [JOBS]);
  await database.asOwner('analyze job');
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1_000;
  const worker = await ground.app('worker', { DATABASE_URL: database.appUrl, QUEUE_DATABASE_URL: database.ownerUrl, ...(redis ? { REDIS_URL: redis.url } : {}) });
  const missing = async (): Promise<number> => (await database.asOwner<{ n: number }>(MISSING))[0]?.n ?? JOBS;
  for (let left = await missing(); left > 0; left = await missing()) {
    if (seconds() > PATIENCE_SECONDS) throw new Error(`${left} jobs are still missing after ${PATIENCE_SECONDS} s.`);
    if (worker.process.exitCode !== null) throw new Error('The worker ended.');
    await pause(500);
  }
  const spent = seconds();
  ground.say(`${redis ? 'Redis' : 'PostgreSQL'}: ${spent.toFixed(1)} s`);
  await worker.stop();
  return spent;
}
