import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateSetupLink } from '@app/identity';
import { isProblem } from '@app/platform';
import { withUseCases } from '../../apps/cli/src/use-cases.js';
import { freePort } from './installation.js';
import { Make } from './make.js';
import { SmtpSink } from './smtp-sink.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';
import { testSettings } from './test-module.js';

/** A Wednesday at ten in the morning in Brussels: what a page shows depends on the hour and the day of the week, so every test begins at the same. */
const BEGINNING = '2026-11-18T09:00:00Z';

/** The built web app, api and worker as an installation runs them, over a database of its own and a mail server that keeps what it gets. */
export class ServedApp {
  readonly make: Make;
  private ahead = 0;

  private constructor(
    readonly url: string,
    readonly test: TestDatabase,
    readonly mails: SmtpSink,
    private readonly processes: readonly ChildProcess[],
  ) {
    this.make = new Make(test);
  }

  static async start(): Promise<ServedApp> {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'server', 'web'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [test, mails, port] = await Promise.all([openTestDatabase(), SmtpSink.open(), freePort()]);
    const url = `http://localhost:${port}`;
    const settings = { DATABASE_URL: test.appUrl, SMTP_URL: mails.url, REDIS_URL: '', PORT: String(port), PUBLIC_URL: url, SECRET_KEY: 'k'.repeat(40), LOG_LEVEL: 'warn', NODE_OPTIONS: '' };
    const processes = ['api', 'worker'].map((name) => spawn(process.execPath, [`dist/apps/${name}/src/main.js`], { env: { ...process.env, ...settings }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
    await untilReady(url, processes);
    const app = new ServedApp(url, test, mails, processes);
    await app.clockAt(BEGINNING);
    return app;
  }

  /** Sets the clock of the database to an instant, from which it runs on; windows that are opened afterwards have the same. */
  async clockAt(instant: string): Promise<void> {
    await this.test.clockAt(instant);
    this.ahead = Date.parse(instant) - Date.now();
  }

  /** What the clock says. */
  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  /** What the start prints for an installation without an administrator. */
  async setUpLink(): Promise<string> {
    const made = await withUseCases(testSettings({ PUBLIC_URL: this.url }), { appUrl: this.test.appUrl }, (get) => get(CreateSetupLink).execute());
    if (isProblem(made)) throw new Error('The installation has an administrator.');
    return made.url;
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.processes.map(async (child) => {
        if (child.exitCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
        await ended;
        clearTimeout(late);
      }),
    );
    await this.mails.down();
    await this.test.close();
  }
}

async function untilReady(url: string, processes: readonly ChildProcess[]): Promise<void> {
  const last = Date.now() + 120_000;
  while (Date.now() < last) {
    if (processes.some((child) => child.exitCode !== null)) throw new Error('A process stopped before it was ready.');
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error('The API was not ready in two minutes.');
}
