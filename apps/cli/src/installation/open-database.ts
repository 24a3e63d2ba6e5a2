import { type Settings } from '@app/platform';
import { type Io } from '../io.js';
import { Refusal } from '../refusal.js';
import { DataFolder } from './data-folder.js';
import { addressesOf, type DatabaseAddresses, startEmbedded } from './embedded.js';
import { type Holder, Lock } from './lock.js';

const PATIENCE = 60_000;

/** The database that the settings name; undefined when they name none and the embedded one is meant. */
export function namedDatabase(settings: Settings): DatabaseAddresses | undefined {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, QUEUE_DATABASE_URL: queueUrl } = settings;
  if (appUrl && ownerUrl) return { appUrl, ownerUrl, queueUrl: queueUrl ?? appUrl };
  if (!appUrl && !ownerUrl && !queueUrl) return undefined;
  throw Refusal.because('DATABASE_URL and DATABASE_OWNER_URL belong together: the first is for the powerless role of api and worker, the second migrates.', 'Set both, or none of the three database settings for the embedded PostgreSQL.');
}

/** Runs work on this installation's database. The embedded one is used as it runs, or started for as long as the work lasts. */
export async function withDatabase<T>(settings: Settings, io: Io, command: string, work: (addresses: DatabaseAddresses) => Promise<T>): Promise<T> {
  const named = namedDatabase(settings);
  if (named) return work(named);
  const folder = await DataFolder.open(settings.DATA_FOLDER);
  const lock = await Lock.take(folder, command, PATIENCE);
  if (!(lock instanceof Lock)) return work(await runningAddresses(folder, lock));
  try {
    const { addresses, keeper } = await startEmbedded(folder, io);
    try {
      return await work(addresses);
    } finally {
      await keeper.stop();
    }
  } finally {
    await lock.release();
  }
}

async function runningAddresses(folder: DataFolder, holder: Holder): Promise<DatabaseAddresses> {
  const installation = await folder.read();
  if (holder.url === undefined || installation === undefined || installation === 'damaged') {
    throw Refusal.because(`"${holder.command}" (process ${holder.pid}) has been using the database in ${folder.path} for a minute.`, 'Wait until it is done, or stop it, and run the same command again.');
  }
  return addressesOf(installation);
}
