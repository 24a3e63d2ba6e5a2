import { Actor, defineJob, Jobs } from '@app/platform';
import { IsString } from 'class-validator';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { hasRedisServer, RedisServer } from '../support/redis-server.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { WorkerProcess } from '../support/worker-process.js';

const full = process.env.FAULTS === 'full';
const MANY = full ? 2_000 : 200;
jest.setTimeout(full ? 300_000 : 120_000);

/** The same names as in worker-with-faults.mjs, which runs them. */
class Note {
  @IsString()
  note: string;
}
const define = (name: string) => defineJob({ name, queue: 'reminders', payload: Note, key: (payload: Note) => payload.note });
const jobs = { note: define('test.note'), slow: define('test.slow'), kill: define('test.kill'), fail: define('test.fail') };

const backends = [{ backend: 'PostgreSQL' }, ...(hasRedisServer ? [{ backend: 'Redis' }] : [])];
if (!hasRedisServer) console.warn('No redis-server found: the queue on Redis is not tested here.');

describe.each(backends)('jobs on $backend when things break', ({ backend }) => {
  let test: TestDatabase;
  let redis: RedisServer | undefined;
  const workers: WorkerProcess[] = [];
  let queueIsAway = false;
  const start = async (): Promise<WorkerProcess> => {
    const worker = await WorkerProcess.start({ databaseUrl: test.appUrl, redisUrl: redis?.url, faults: true });
    workers.push(worker);
    return worker;
  };
  const put = (job: (typeof jobs)[keyof typeof jobs], ...notes: string[]) =>
    test.database.as(Actor.system(), async (tx) => {
      for (const note of notes) await new Jobs().put(tx, job, { note });
    });
  const effects = async (): Promise<string[]> => (await test.asOwner<{ note: string }>('select note from job_effect order by note')).map((row) => row.note);
  const open = async (): Promise<number> => (await test.asOwner(`select id from job where state <> 'failed'`)).length;
  const numbered = (count: number) => Array.from({ length: count }, (_, n) => `n-${String(n).padStart(4, '0')}`);

  beforeAll(async () => {
    test = await openTestDatabase();
    await test.asOwner('create table job_effect (note text, pid integer, at timestamptz default now()); grant all on job_effect to tremplin_app');
    redis = backend === 'Redis' ? await RedisServer.start() : undefined;
  });
  beforeEach(() => test.asOwner('delete from job_effect; delete from job'));
  afterEach(async () => {
    const started = workers.splice(0);
    await Promise.all(started.map((worker) => worker.kill()));
    // A queue that never works would go unnoticed: its jobs are done without it.
    if (!queueIsAway) expect(started.map((worker) => worker.log).join('')).not.toContain('without the queue');
    queueIsAway = false;
  });
  afterAll(async () => {
    await redis?.close();
    await test.close();
  });

  it('case 82: what was committed is done, although nothing was running and nothing was told to the queue', async () => {
    await put(jobs.note, ...numbered(20));
    await expect(
      test.database.as(Actor.system(), async (tx) => {
        await new Jobs().put(tx, jobs.note, { note: 'rolled back' });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await start();
    await eventually(async () => expect(await open()).toBe(0));
    expect(await effects()).toEqual(numbered(20));
  });

  it('takes a job within a second of its commit, and one put for later not before', async () => {
    await start();
    await test.database.as(Actor.system(), (tx) => new Jobs().put(tx, jobs.note, { note: 'later' }, { runAt: new Date(Date.now() + 3_000) }));
    await put(jobs.note, 'now');
    await eventually(async () => expect(await effects()).toEqual(['now']));
    await eventually(async () => expect(await effects()).toEqual(['later', 'now']));
    const [row] = await test.asOwner<{ early: boolean }>(`select bool_or(e.at < j.at + interval '2 seconds') as early from job_effect e, (select at from job_effect where note = 'now') j where e.note = 'later'`);
    expect(row?.early).toBe(false);
  });

  it('does what waits under one key together, and again for what was put while it ran', async () => {
    await put(jobs.slow, ...Array.from({ length: 50 }, () => 'one thing'));
    await start();
    await eventually(async () => expect(await effects()).toEqual(['one thing']));
    await put(jobs.slow, 'one thing');
    await eventually(async () => expect(await open()).toBe(0));
    expect(await effects()).toEqual(['one thing', 'one thing']);
  });

  it('case 72: a queue that lost everything loses no job', async () => {
    await test.asOwner(`insert into job (name, queue, key, payload, state, queued_at) select 'test.note', 'reminders', 'lost-' || n, jsonb_build_object('note', 'lost-' || n), 'queued', app.now() from generate_series(1, $1) n`, [MANY]);
    await start();
    await put(jobs.note, ...numbered(MANY));
    await redis?.flush();
    await eventually(async () => expect(await open()).toBe(0), 90);
    expect(new Set(await effects()).size).toBe(2 * MANY);
  });

  it('case 77: a job that kills its worker every time is parked with its reason, and the others are done', async () => {
    await put(jobs.kill, 'killer');
    await put(jobs.note, ...numbered(10));
    for (let death = 0; death < 6; death++) {
      const worker = await start();
      await Promise.race([worker.ended(), eventually(async () => expect(await open()).toBe(0), 20)]);
      if (worker.isRunning) break;
    }
    expect(await test.asOwner('select name, state, starts, last_error from job')).toEqual([{ name: 'test.kill', state: 'failed', starts: 4, last_error: 'The worker died each time it ran this job.' }]);
    // At least once: what ran beside the killer ran again.
    expect([...new Set(await effects())]).toEqual(['killer', ...numbered(10)]);
  });

  it('a job that fails is tried as often as it says, then kept with its reason until someone retries or discards it', async () => {
    await start();
    await put(jobs.fail, 'broken');
    await eventually(async () => expect(await test.asOwner('select state, attempts, last_error from job')).toEqual([{ state: 'failed', attempts: 3, last_error: 'this job always fails' }]));
    expect(await effects()).toHaveLength(3);
    const [row] = await test.asOwner<{ id: string }>('select id from job');
    await test.database.as(Actor.system(), (tx) => tx.query('select app.release_job($1, true, true)', [row?.id]));
    await eventually(async () => expect((await effects()).length).toBeGreaterThan(3));
  });

  it('case 100: asked to stop, a worker finishes the job it runs', async () => {
    const worker = await start();
    await put(jobs.slow, 'in the middle');
    await eventually(async () => expect(await effects()).toEqual(['in the middle']));
    expect(await worker.stop()).toBe(0);
    expect(await open()).toBe(0);
  });

  it('case 76: a frozen worker is replaced, and finds its job taken when it thaws', async () => {
    const frozen = await start();
    await put(jobs.slow, 'frozen');
    await eventually(async () => expect(await effects()).toEqual(['frozen']));
    frozen.freeze();
    await start();
    await eventually(async () => expect(await open()).toBe(0), 60);
    frozen.thaw();
    await pause(4_000);
    expect(await effects()).toEqual(['frozen', 'frozen']);
    expect(frozen.isRunning).toBe(true);
  });

  if (backend === 'Redis') {
    it('case 72: a queue that comes back empty, or whose replica had not heard of everything, loses no job', async () => {
      if (!redis) throw new Error('There is no Redis.');
      queueIsAway = true;
      const [follower, wire] = [await redis.replica(), await TcpProxy.open(redis.url)];
      const worker = await WorkerProcess.start({ databaseUrl: test.appUrl, redisUrl: wire.through(redis.url), faults: true });
      workers.push(worker);
      await put(jobs.note, ...numbered(MANY));
      await redis.kill();
      await redis.up();
      await put(jobs.note, ...numbered(MANY).map((note) => `after the restart ${note}`));
      await follower.promote();
      await put(jobs.note, ...numbered(MANY).map((note) => `unknown to the replica ${note}`));
      wire.leadTo(follower.url);
      await redis.kill();
      await eventually(async () => expect(await open()).toBe(0), 90);
      expect(new Set(await effects()).size).toBe(3 * MANY);
      expect(worker.isRunning).toBe(true);
      await redis.up();
      await follower.close();
      await wire.close();
    });

    it('case 74: jobs run while the queue itself is away, and through it again when it is back', async () => {
      queueIsAway = true;
      const worker = await start();
      await redis?.kill();
      await put(jobs.note, 'without the queue');
      await eventually(async () => expect(await effects()).toEqual(['without the queue']), 40);
      await redis?.up();
      await put(jobs.note, 'with it');
      await eventually(async () => expect(await effects()).toEqual(['with it', 'without the queue']), 40);
      expect(worker.isRunning).toBe(true);
    });
  }
});
