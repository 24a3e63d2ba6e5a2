import { link, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../refusal.js';
import { type DataFolder } from './data-folder.js';
import { isAlive, markOf, type ProcessMark } from './processes.js';

/** Who uses the data folder's database now. */
export interface Holder extends ProcessMark {
  /** The command: "start", "migrate". */
  readonly command: string;
  /** Address of a started installation, once it is ready. */
  readonly url?: string;
}

const FILE = 'running.json';

/** One process at a time starts and stops the embedded database. A lock whose process is gone is taken over. */
export class Lock {
  private constructor(
    private readonly folder: DataFolder,
    private holder: Holder,
    /** An earlier run ended without releasing the lock: it was killed, or the machine went down. */
    readonly tookOver: boolean,
  ) {}

  /** Who holds the lock and lives. */
  static async holder(folder: DataFolder): Promise<Holder | undefined> {
    const kept = await read(folder);
    return kept && isAlive(kept) ? kept : undefined;
  }

  /** Waits until holders let go, at most `patience` milliseconds and not at all for a started installation; answers who still holds it. */
  static async take(folder: DataFolder, command: string, patience: number): Promise<Lock | Holder> {
    const mine: Holder = { ...markOf(process.pid), command };
    for (let waited = 0, tookOver = false; ; waited += 200) {
      if (await claim(folder, mine)) return new Lock(folder, mine, tookOver);
      const holder = await Lock.holder(folder);
      if (!holder) {
        tookOver = (await folder.text(FILE)) !== undefined;
        if (!(await Lock.holder(folder))) await rm(folder.file(FILE), { force: true });
      } else if (waited >= patience || holder.url !== undefined) {
        return holder;
      } else {
        await pause(200);
      }
    }
  }

  async announce(url: string): Promise<void> {
    this.holder = { ...this.holder, url };
    await this.folder.replace(FILE, JSON.stringify(this.holder));
  }

  async release(): Promise<void> {
    await rm(this.folder.file(FILE), { force: true });
  }
}

/** A link to a finished file either appears whole or not at all, and only one of several rivals makes it. */
async function claim(folder: DataFolder, holder: Holder): Promise<boolean> {
  const beside = folder.file(`.${FILE}-${process.pid}`);
  await writeFile(beside, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(beside, folder.file(FILE));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

async function read(folder: DataFolder): Promise<Holder | undefined> {
  const text = await folder.text(FILE);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Holder);
  } catch {
    return undefined;
  }
}
