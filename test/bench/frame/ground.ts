import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import setupPostgres from '../../support/postgres.setup.mjs';
import teardownPostgres from '../../support/postgres.teardown.mjs';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';

export interface RunningApp {
  readonly process: ChildProcess;
  readonly url: string;
  stop(): Promise<void>;
}

/** What a benchmark stands on: databases of its own, the built apps as processes, and a place for words. Everything it opened is closed after it. */
export interface Ground {
  /** Progress for people, on standard error. */
  say(line: string): void;
  /** A migrated database; the server keeps its promises (fsync on), as in production. */
  database(options?: { connections?: number }): Promise<TestDatabase>;
  /** The built api or worker as a process of its own, ready when answered. */
  app(name: 'api' | 'worker', environment: Readonly<Record<string, string>>): Promise<RunningApp>;
  /** Called after the run, in reverse order. */
  defer(close: () => Promise<void> | void): void;
}

export async function withGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const closers: (() => Promise<void> | void)[] = [];
  const defer: Ground['defer'] = (close) => void closers.push(close);
  const ground: Ground = { say: (line) => console.error(line), defer, database: (options) => openDatabase(defer, options), app: (name, environment) => startApp(defer, name, environment) };
  try {
    return await work(ground);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function openDatabase(defer: Ground['defer'], options?: { connections?: number }): Promise<TestDatabase> {
  if (!process.env.TEST_PG_URL) {
    await setupPostgres({}, {}, { durable: true });
    defer(async () => {
      await teardownPostgres();
      delete process.env.TEST_PG_URL;
    });
  }
  const database = await openTestDatabase(options);
  defer(() => database.close());
  return database;
}

async function startApp(defer: Ground['defer'], name: 'api' | 'worker', environment: Readonly<Record<string, string>>): Promise<RunningApp> {
  const port = await freePort();
  const main = join(import.meta.dirname, '../../../apps', name, 'src/main.js');
  const settings = { PORT: String(port), DATA_FOLDER: await mkdtemp(join(tmpdir(), 'tremplin-bench-')), LOG_LEVEL: 'warn', SECRET_KEY: 'a key of the benchmarks, no secret at all', ...environment };
  const child = fork(main, { env: { ...process.env, ...settings }, stdio: ['ignore', 2, 2, 'ipc'] });
  const app = { process: child, url: `http://127.0.0.1:${port}`, stop: () => stopProcess(child) };
  defer(app.stop);
  if (name === 'api') await until(`${app.url}/health/ready`, child);
  return app;
}

/** Waits until an address answers 200; a process that ended first is an error with its exit code. */
async function until(address: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The app ended before it was ready (${child.exitCode ?? child.signalCode}).`);
    if (await fetch(address).then((answer) => answer.ok, () => false)) return;
    await pause(100);
  }
  throw new Error(`${address} was not ready within a minute.`);
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const ended = once(child, 'exit');
  if (await Promise.race([ended.then(() => true), pause(10_000, false, { ref: false })])) return;
  child.kill('SIGKILL');
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
