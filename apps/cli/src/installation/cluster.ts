import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Io } from '../io.js';
import { Refusal } from '../refusal.js';
import { type Binaries, openPlace } from './binaries.js';
import { type DataFolder } from './data-folder.js';
import { commandOf, exists } from './processes.js';
import { canEnter, handOver, type SystemUser } from './unprivileged.js';

const MAJOR = '18';
const UNFINISHED = '.unfinished';

interface ClusterOptions {
  readonly folder: DataFolder;
  /** Relative to the data folder, or absolute. */
  readonly name: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: SystemUser | undefined;
  readonly io: Io;
}

/** The folder of the embedded database: made when missing, mended or set aside when an earlier run was interrupted. */
export class Cluster {
  private constructor(
    readonly path: string,
    readonly user: SystemUser | undefined,
  ) {}

  static async prepare({ folder, name, password, binaries, user, io }: ClusterOptions): Promise<Cluster> {
    const cluster = new Cluster(resolve(folder.path, name), user);
    await cluster.clearUnfinished(io);
    if (existsSync(cluster.path) && !(await cluster.isWhole())) await cluster.setAside(folder, io);
    if (existsSync(cluster.path)) await cluster.checkVersion();
    else await cluster.create(binaries, password);
    cluster.checkOwner();
    // PostgreSQL insists on a folder that nobody else can enter; unpacking a backup may have opened it.
    await chmod(cluster.path, 0o700);
    await cluster.noteOwner(folder);
    return cluster;
  }

  /** Whose it is, beside a cluster that stands elsewhere: when its data folder is deleted by hand, the doctor finds it by this. */
  private async noteOwner(folder: DataFolder): Promise<void> {
    if (!this.path.startsWith(`${folder.path}/`)) await writeFile(ownerNote(this.path), `${folder.path}\n`);
  }

  /** Where a new cluster goes: into the data folder, or to an open place when the database's user cannot reach that. */
  static async place(folder: DataFolder, user: SystemUser | undefined): Promise<string> {
    return !user || canEnter(user, folder.path) ? 'postgres' : join(await openPlace(user), randomUUID());
  }

  /** A cluster whose passwords are lost cannot be used, and may be somebody's data. */
  static async setAsideStranger(folder: DataFolder, name: string, io: Io): Promise<void> {
    const path = resolve(folder.path, name);
    if (!existsSync(path)) return;
    const aside = await folder.setAside(path);
    io.warn(`${path} holds a database, but installation.json with its passwords is missing. It now stands in ${aside}, and a new, empty database takes its place. To get it back: restore both from a backup.`);
  }

  /**
   * The PostgreSQL that runs in this folder. After a crash of the machine the number in postmaster.pid may belong to any other program,
   * which PostgreSQL would take for itself: such a file is removed.
   */
  async runningPid(): Promise<number | undefined> {
    const file = join(this.path, 'postmaster.pid');
    const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
    if (!(pid > 0) || !exists(pid)) return undefined;
    if (commandOf(pid).includes(this.path)) return pid;
    await rm(file);
    return undefined;
  }

  /** initdb works beside and the folder is renamed when whole: a killed first start leaves nothing that looks like a database. */
  private async create(binaries: Binaries, password: string): Promise<void> {
    const beside = this.path + UNFINISHED;
    const secrets = await mkdtemp(join(tmpdir(), 'tremplin-'));
    const passwordFile = join(secrets, 'password');
    try {
      await mkdir(dirname(beside), { recursive: true, mode: 0o755 });
      await mkdir(beside, { mode: 0o700 });
      await writeFile(passwordFile, password, { mode: 0o600 });
      if (this.user) for (const path of [beside, secrets]) handOver(this.user, path);
      this.initdb(binaries, beside, passwordFile);
      await rename(beside, this.path);
    } finally {
      await rm(secrets, { recursive: true, force: true });
    }
  }

  private initdb(binaries: Binaries, target: string, passwordFile: string): void {
    const flags = [`--pgdata=${target}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const { status, stderr, error } = spawnSync(binaries.initdb, flags, { encoding: 'utf8', cwd: dirname(target), uid: this.user?.uid, gid: this.user?.gid });
    if (status !== 0) throw Refusal.because(`The embedded PostgreSQL could not make its folder ${target}: ${(error?.message ?? stderr).trim()}.`, 'Mend that (space on the disk, rights), and start again; or set DATABASE_URL and DATABASE_OWNER_URL.');
  }

  private async clearUnfinished(io: Io): Promise<void> {
    if (!existsSync(this.path + UNFINISHED)) return;
    io.warn('An earlier first start was interrupted while the database folder was made: making it anew.');
    await rm(this.path + UNFINISHED, { recursive: true, force: true });
  }

  /** Without these two files PostgreSQL cannot start at all, and only a backup brings them back. */
  private async isWhole(): Promise<boolean> {
    const sizes = [join(this.path, 'PG_VERSION'), join(this.path, 'global/pg_control')].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    return sizes.every((size) => size > 0) && (await readdir(join(this.path, 'base')).catch(() => [])).length > 0;
  }

  private async setAside(folder: DataFolder, io: Io): Promise<void> {
    const aside = await folder.setAside(this.path);
    io.warn(`The database folder ${this.path} is half-written: files are missing without which PostgreSQL cannot start. It now stands in ${aside}, and a new, empty database takes its place.`);
    io.warn(`If it held something that you need: stop, restore ${this.path} from a backup, start again. If not, delete ${aside}.`);
  }

  private async checkVersion(): Promise<void> {
    const version = (await readFile(join(this.path, 'PG_VERSION'), 'utf8')).trim();
    if (version === MAJOR) return;
    throw Refusal.because(
      `The database in ${this.path} was made by PostgreSQL ${version}, this Tremplin brings PostgreSQL ${MAJOR}.`,
      `Dump it with a PostgreSQL ${version} (pg_dumpall) and load the dump into a new data folder, or start with an empty one: DATA_FOLDER=/another/folder npm start`,
    );
  }

  private checkOwner(): void {
    const { uid } = statSync(this.path);
    const wanted = this.user?.uid ?? process.getuid?.() ?? uid;
    if (uid === wanted) return;
    if (this.user) return handOver(this.user, this.path);
    throw Refusal.because(`The database folder ${this.path} belongs to another user (number ${uid}), and PostgreSQL starts for its owner only.`, 'Start as that user or as root, or name another folder: DATA_FOLDER=/another/folder npm start');
  }
}

/** The file beside a cluster that says whose it is. */
export const ownerNote = (cluster: string): string => `${cluster}.data-folder`;
