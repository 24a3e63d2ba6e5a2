import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** npm runs everything from here, tests and benchmarks alike. */
const root = process.cwd();

export interface WorkerWishes {
  readonly databaseUrl: string;
  readonly smtpUrl?: string;
  readonly redisUrl?: string;
  readonly leaseSeconds?: number;
  readonly mailRate?: number;
  /** Variables beside these. */
  readonly environment?: Readonly<Record<string, string>>;
  /** With the jobs of worker-with-faults.mjs. */
  readonly faults?: boolean;
  /** Milliseconds by which the clock of its host is wrong. */
  readonly clockShift?: number;
  /** Whether to wait until it works. Default: yes. */
  readonly wait?: boolean;
}

let isBuilt = false;

/** The server as it is built; does nothing when that is newer than its sources. */
function build(): void {
  if (isBuilt) return;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  isBuilt = true;
}

/** Variables of a process whose host has a wrong clock. */
export function wrongClock(shift = 0): Readonly<Record<string, string>> {
  return shift === 0 ? { NODE_OPTIONS: '' } : { CLOCK_SHIFT: String(shift), NODE_OPTIONS: `--import=${new URL('test/support/shifted-clock.mjs', `file://${root}/`).href}` };
}

/** A worker in a process of its own, to be killed, stopped and frozen. */
export class WorkerProcess {
  private output = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  static async start(wishes: WorkerWishes): Promise<WorkerProcess> {
    build();
    const entry = wishes.faults ? 'test/support/worker-with-faults.mjs' : 'dist/apps/worker/src/main.js';
    const env = {
      ...process.env,
      DATABASE_URL: wishes.databaseUrl,
      SMTP_URL: wishes.smtpUrl ?? '',
      REDIS_URL: wishes.redisUrl ?? '',
      LEASE_SECONDS: String(wishes.leaseSeconds ?? 3),
      MAIL_RATE: String(wishes.mailRate ?? 10_000),
      LOG_LEVEL: 'info',
      ...wrongClock(wishes.clockShift),
      ...wishes.environment,
    };
    const worker = new WorkerProcess(spawn(process.execPath, [entry], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }));
    if (wishes.wait ?? true) await worker.works();
    return worker;
  }

  get log(): string {
    return this.output;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it has begun to work. */
  async works(): Promise<void> {
    for (let tries = 0; !this.output.includes('The worker works'); tries++) {
      if (!this.isRunning || tries > 300) throw new Error(`The worker does not work:\n${this.output}`);
      await pause(100);
    }
  }

  /** kill -9. */
  async kill(): Promise<void> {
    await this.signalled('SIGKILL');
  }

  /** Asks it to stop and answers its exit code. */
  async stop(): Promise<number | null> {
    await this.signalled('SIGTERM');
    return this.child.exitCode;
  }

  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  /** What the death of `npm start` looks like from here. */
  async leaveAlone(): Promise<number | null> {
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
    return this.child.exitCode;
  }

  /** Resolves when it has ended by itself. */
  async ended(): Promise<void> {
    if (this.isRunning) await once(this.child, 'exit');
  }

  private async signalled(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    if (signal === 'SIGTERM') this.child.kill('SIGCONT');
    await exited;
  }
}
