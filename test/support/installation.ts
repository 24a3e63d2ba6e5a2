import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Standard output and standard error as they came. */
  readonly output: string;
  readonly stdout: string;
}

/** A command of package.json as a process group of its own, as a terminal would run it. */
export class RunningCommand {
  private both = '';
  private out = '';
  readonly ended: Promise<Ended>;

  constructor(readonly process: ChildProcess) {
    process.stdout?.on('data', (chunk: Buffer) => {
      this.both += chunk.toString();
      this.out += chunk.toString();
    });
    process.stderr?.on('data', (chunk: Buffer) => (this.both += chunk.toString()));
    this.ended = once(process, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null, output: this.both, stdout: this.out }));
  }

  get output(): string {
    return this.both;
  }

  /** Ctrl-C: the terminal signals the whole group. */
  interrupt(): void {
    process.kill(-(this.process.pid ?? 0), 'SIGINT');
  }

  /** Waits for words in the output; throws with all output when the command ends without them. */
  async says(words: string | RegExp): Promise<string> {
    let over = false;
    void this.ended.then(() => (over = true));
    for (;;) {
      const found = typeof words === 'string' ? this.both.includes(words) && words : words.exec(this.both)?.[0];
      if (found) return found;
      if (over) throw new Error(`The command ended without saying ${String(words)}:\n${this.both}`);
      await pause(50);
    }
  }
}

/** Variables that a developer's shell may have and a test must not. */
const OWN = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'QUEUE_DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL', 'SECRET_KEY', 'HOST', 'NODE_OPTIONS', 'npm_lifecycle_event'];

export function run(command: readonly [string, ...string[]], environment: Readonly<Record<string, string>>, options: { uid?: number; gid?: number } = {}): RunningCommand {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.includes(name)));
  const [program, ...words] = command;
  return new RunningCommand(spawn(program, words, { cwd: process.cwd(), detached: true, env: { ...inherited, ...environment }, ...options }));
}

/** Brings dist up to date, for tests that start its programs themselves. */
export function buildServer(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', 'server'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** An installation in a data folder of its own, started and stopped as people do it. */
export class Installation {
  private readonly commands: RunningCommand[] = [];

  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {}

  /** `closed`: the data folder lies behind a door that only this user can open, like a home folder of root. */
  static async make({ closed = false } = {}): Promise<Installation> {
    const parent = await mkdtemp(join(tmpdir(), 'tremplin-start-'));
    await chmod(parent, closed ? 0o700 : 0o755);
    return new Installation(join(parent, 'data'), await freePort());
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** `npm start`, or another command with its words. */
  run(command: readonly [string, ...string[]] = ['npm', 'start'], environment: Readonly<Record<string, string>> = {}): RunningCommand {
    const running = run(command, { DATA_FOLDER: this.folder, PORT: String(this.port), ...environment });
    this.commands.push(running);
    return running;
  }

  tremplin(...words: readonly string[]): Promise<Ended> {
    return this.run(['npm', 'run', '--silent', 'tremplin', '--', ...words]).ended;
  }

  async ready(environment: Readonly<Record<string, string>> = {}): Promise<RunningCommand> {
    const command = this.run(['npm', 'start'], environment);
    await command.says('Tremplin is ready');
    return command;
  }

  /** One statement in the embedded database, as its superuser. */
  async query<Row extends object>(sql: string): Promise<Row[]> {
    const { superuserPassword, ports } = JSON.parse(await readFile(join(this.folder, 'installation.json'), 'utf8')) as { superuserPassword: string; ports: { database: number } };
    const client = new Client({ connectionString: `postgres://postgres:${superuserPassword}@127.0.0.1:${ports.database}/tremplin` });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Processes of this installation that live, by their command lines. */
  async processes(): Promise<readonly { pid: number; command: string }[]> {
    const { stdout } = await run(['ps', '-eo', 'pid=,args='], {}).ended;
    const { stdout: environments } = existsSync('/proc/self/environ') ? await run(['sh', '-c', `grep -lz "^DATA_FOLDER=${this.folder}$" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3`], {}).ended : { stdout: '' };
    const ours = new Set(environments.split('\n').map(Number));
    return stdout
      .split('\n')
      .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+\s+/, '') }))
      .filter(({ pid, command }) => (ours.has(pid) || command.includes(this.folder)) && !command.startsWith('sh -c grep') && !command.startsWith('grep '));
  }

  async untilNothingRuns(): Promise<void> {
    while ((await this.processes()).length > 0) await pause(200);
  }

  /** Ends what still runs and deletes the folder. */
  async remove(): Promise<void> {
    for (const { process: child } of this.commands) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await Promise.all(this.commands.map((command) => command.ended));
    await this.untilNothingRuns();
    const { cluster } = JSON.parse(await readFile(join(this.folder, 'installation.json'), 'utf8').catch(() => '{}')) as { cluster?: string };
    if (cluster?.startsWith('/')) await rm(cluster, { recursive: true, force: true });
    await rm(join(this.folder, '..'), { recursive: true, force: true });
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('The system gave no port.'))));
    });
  });
}
