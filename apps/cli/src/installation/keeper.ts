import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Io } from '../io.js';
import { Refusal } from '../refusal.js';
import { type Binaries } from './binaries.js';
import { type Cluster } from './cluster.js';
import { type DataFolder } from './data-folder.js';
import { exists } from './processes.js';

/** What the keeper process is told. */
export interface KeeperOrder {
  readonly postgres: string;
  readonly pgCtl: string;
  readonly cluster: string;
  readonly flags: readonly string[];
  readonly logFile: string;
  readonly uid?: number;
  readonly gid?: number;
}

export interface KeeperOptions {
  readonly folder: DataFolder;
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly port: number;
  readonly password: string;
  readonly io: Io;
}

const START_PATIENCE = 60_000;
const LOG = 'postgres.log';
const LARGE_LOG = 10 << 20;

/** A running embedded PostgreSQL, held by a keeper process that outlives nobody: see keeper-process.ts. */
export class Keeper {
  private constructor(readonly process: ChildProcess) {}

  static async start(options: KeeperOptions): Promise<Keeper> {
    await stopLeftOver(options);
    const keeper = new Keeper(fork(join(import.meta.dirname, 'keeper-process.js'), [JSON.stringify(await orderFor(options))], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] }));
    try {
      await keeper.untilReady(options);
      return keeper;
    } catch (error) {
      await keeper.stop();
      throw error;
    }
  }

  /** True until the server has ended. */
  get runs(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  async stop(): Promise<void> {
    if (!this.runs) return;
    const ended = once(this.process, 'exit');
    if (this.process.connected) this.process.send('stop');
    await ended;
  }

  private async untilReady({ port, password, folder }: KeeperOptions): Promise<void> {
    for (let waited = 0; waited < START_PATIENCE && this.runs; waited += 50) {
      if (await answers(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)) return;
      await pause(50);
    }
    const lines = (await readFile(folder.file(LOG), 'utf8').catch(() => '')).trimEnd().split('\n').slice(-6);
    throw Refusal.because(`The embedded PostgreSQL did not start. Its last words (${folder.file(LOG)}):\n${lines.map((line) => `    ${line}`).join('\n')}\n  Mend what they name, or start with an empty folder: DATA_FOLDER=/another/folder npm start`);
  }
}

/** A server whose keeper was killed too still runs in our folder: it is stopped, because nobody would stop it later. */
async function stopLeftOver({ cluster, io }: KeeperOptions): Promise<void> {
  const pid = await cluster.runningPid();
  if (pid === undefined) return;
  io.warn(`An earlier run was killed and left its PostgreSQL (process ${pid}): stopping that first.`);
  for (let waited = 0; waited < 30_000 && exists(pid); waited += 100) {
    // A keeper that lost its parent is just doing the same; a second signal changes nothing.
    if (waited % 5_000 === 1_000) process.kill(pid, 'SIGINT');
    await pause(100);
  }
  if (exists(pid)) throw Refusal.because(`Process ${pid} keeps the database folder ${cluster.path} in use and does not stop.`, `If it is PostgreSQL, stop it (kill -QUIT ${pid}); if it is another program, delete ${cluster.path}/postmaster.pid. Then start again.`);
}

async function orderFor({ folder, cluster, binaries, port }: KeeperOptions): Promise<KeeperOrder> {
  const logFile = folder.file(LOG);
  const size = await stat(logFile).then((stats) => stats.size, () => 0);
  if (size > LARGE_LOG) await rename(logFile, `${logFile}.1`);
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200, timezone: 'UTC', log_timezone: 'UTC', log_line_prefix: '%m [%p] ', jit: 'off' };
  return {
    postgres: binaries.postgres,
    pgCtl: binaries.pgCtl,
    cluster: cluster.path,
    flags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    logFile,
    uid: cluster.user?.uid,
    gid: cluster.user?.gid,
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    if (error instanceof Error && /password authentication failed/.test(error.message)) {
      throw Refusal.because('The embedded PostgreSQL does not take the password in installation.json: the data folder holds parts of two installations.', 'Restore it from a backup, or name another folder: DATA_FOLDER=/another/folder npm start');
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
