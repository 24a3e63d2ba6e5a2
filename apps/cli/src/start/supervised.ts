import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AppLog } from './app-log.js';

/** An idle process keeps some 20 MB less without source maps and with a smaller nursery; see docs/decisions/memory-of-idle-processes.md. */
const FRUGAL = ['--max-semi-space-size=8'];

interface SupervisedOptions {
  readonly name: string;
  readonly main: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: AppLog;
  readonly warn: (line: string) => void;
  /** Ended so often in a row without living for a minute: the start gives up. Later on it never does. */
  readonly onGivingUp: (reason: string) => void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const HEALTHY_AFTER = 60_000;
const TRIES_BEFORE_READY = 3;
const STOP_PATIENCE = 30_000;

/** api or worker as a child process: started again after a crash, later after each one that follows soon; stopped with us in any case. */
export class Supervised {
  private child?: ChildProcess;
  private stopping = false;
  private crashes = 0;
  private settled = false;

  constructor(private readonly options: SupervisedOptions) {}

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const preload = pathToFileURL(join(import.meta.dirname, 'stop-with-parent.js')).href;
    // A group of its own: Ctrl-C reaches this process alone, which stops the others in order.
    const child = fork(this.options.main, { env: this.options.environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [...FRUGAL, '--import', preload], detached: true });
    const born = performance.now();
    this.child = child;
    this.options.log.follow(child.stdout, child.stderr);
    child.once('exit', (code, signal) => void this.afterExit(performance.now() - born, signal ?? `exit code ${code}`));
  }

  /** From now on a crash is met by starting again, however often. */
  settle(): void {
    this.settled = true;
    this.crashes = 0;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    if (await Promise.race([ended.then(() => true), pause(STOP_PATIENCE, false, { ref: false })])) return;
    this.options.warn(`The ${this.name} did not stop within ${STOP_PATIENCE / 1000} s and was ended.`);
    child.kill('SIGKILL');
    await ended;
  }

  private async afterExit(lived: number, how: string): Promise<void> {
    if (this.stopping) return;
    this.crashes = lived > HEALTHY_AFTER ? 1 : this.crashes + 1;
    if (!this.settled && this.crashes >= TRIES_BEFORE_READY) {
      const words = this.options.log.tail().slice(-8).map((line) => `    ${line}`);
      return this.options.onGivingUp([`The ${this.name} ended ${this.crashes} times before it was ready (${how}). Its last words (${this.options.log.path}):`, ...words].join('\n'));
    }
    const wait = Math.min(FIRST_PAUSE * 2 ** (this.crashes - 1), LONGEST_PAUSE);
    this.options.warn(`The ${this.name} ended (${how}); starting it again in ${wait / 1000} s. Log: ${this.options.log.path}`);
    await pause(wait, undefined, { ref: false });
    if (!this.stopping) this.start();
  }
}
