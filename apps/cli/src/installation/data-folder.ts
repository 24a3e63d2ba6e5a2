import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorCode, Refusal } from '../refusal.js';

/** What npm start made up for this installation. Secret: readable by the one user who starts it. */
export interface Installation {
  readonly format: number;
  readonly superuserPassword: string;
  readonly applicationPassword: string;
  readonly secretKey: string;
  readonly demoPassword: string;
  /** Folder of the embedded database, once there is one; absolute only where the database's user cannot reach the data folder. */
  readonly cluster?: string;
  /** Ports of the last run, tried first by the next one. */
  readonly ports: Readonly<Record<string, number>>;
}

const FORMAT = 1;
const FILE = 'installation.json';

/** The folder in which everything lies that npm start keeps: the cluster, its secrets, uploaded files, logs. */
export class DataFolder {
  private constructor(readonly path: string) {}

  static async open(path: string): Promise<DataFolder> {
    const folder = new DataFolder(resolve(path));
    try {
      // The database's user must walk through it; nobody needs to list it.
      await mkdir(folder.path, { recursive: true, mode: 0o711 });
      await access(folder.path, constants.R_OK | constants.W_OK | constants.X_OK);
      const probe = folder.file(`.write-test-${process.pid}`);
      await (await open(probe, 'w')).close();
      await rm(probe);
    } catch (error) {
      throw folder.cannot('be written', error);
    }
    return folder;
  }

  file(...names: readonly string[]): string {
    return join(this.path, ...names);
  }

  /** The installation in this folder; undefined in a new folder. A file that cannot be read as one counts as damaged. */
  async read(): Promise<Installation | 'damaged' | undefined> {
    const text = await this.text(FILE);
    if (text === undefined) return undefined;
    const kept = parse(text);
    if (kept === undefined || typeof kept.format !== 'number') return 'damaged';
    if (kept.format > FORMAT) {
      throw Refusal.because(`The data folder ${this.path} was written by a newer Tremplin (format ${kept.format}, this one knows ${FORMAT}).`, 'Start that version, or name another folder: DATA_FOLDER=/another/folder npm start');
    }
    return isComplete(kept) ? kept : 'damaged';
  }

  /** Written beside and renamed, so that a killed start leaves the old file or the new one. */
  async write(installation: Installation): Promise<void> {
    await this.replace(FILE, `${JSON.stringify(installation, undefined, 2)}\n`);
  }

  /** The installation in this folder, made when there is none. Damaged passwords are set aside, not thrown away. */
  async readOrCreate(warn: (line: string) => void): Promise<Installation> {
    const kept = await this.read();
    if (kept !== undefined && kept !== 'damaged') return kept;
    if (kept === 'damaged') {
      const aside = await this.setAside(FILE);
      warn(`${this.file(FILE)}, which holds the passwords of this installation, is half-written. It now stands in ${aside}; a new one takes its place.`);
    }
    return this.create();
  }

  private async create(): Promise<Installation> {
    const made: Installation = {
      format: FORMAT,
      superuserPassword: secret(24),
      applicationPassword: secret(24),
      secretKey: secret(36),
      demoPassword: secret(9),
      ports: {},
    };
    await this.write(made);
    return made;
  }

  /** Renames something damaged out of the way and answers its new name; nothing of a person's is ever deleted. */
  async setAside(name: string): Promise<string> {
    const aside = `${resolve(this.path, name)}.aside-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
    await rename(resolve(this.path, name), aside).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw this.cannot('be cleared', error);
    });
    return aside;
  }

  async text(name: string): Promise<string | undefined> {
    try {
      return await readFile(this.file(name), 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw this.cannot('be read', error);
    }
  }

  async replace(name: string, text: string): Promise<void> {
    const beside = this.file(`.${name}-${process.pid}`);
    try {
      const file = await open(beside, 'w', 0o600);
      await file.writeFile(text);
      await file.sync();
      await file.close();
      await chmod(beside, 0o600);
      await rename(beside, this.file(name));
    } catch (error) {
      throw this.cannot('be written', error);
    }
  }

  private cannot(what: string, error: unknown): Refusal {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const why = reasons[code] ?? code;
    return Refusal.because(`The data folder ${this.path} cannot ${what}: ${why}.`, 'Mend that, or name another folder: DATA_FOLDER=/another/folder npm start');
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user has no right to it',
  EPERM: 'this user has no right to it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'it is a file, not a folder',
};

const secret = (bytes: number): string => randomBytes(bytes).toString('base64url');

function parse(text: string): Partial<Installation> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isComplete(kept: Partial<Installation>): kept is Installation {
  const texts = [kept.superuserPassword, kept.applicationPassword, kept.secretKey, kept.demoPassword];
  return texts.every((text) => typeof text === 'string' && text !== '') && typeof kept.ports === 'object';
}
