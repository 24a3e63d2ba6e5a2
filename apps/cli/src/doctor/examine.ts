import { type Settings } from '@app/platform';
import { withDatabase } from '../installation/open-database.js';
import { type Io } from '../io.js';
import { Refusal } from '../refusal.js';
import { examineDatabase } from './database.js';
import { bad, type Finding } from './finding.js';
import { examineLeftOver } from './left-over.js';
import { examineDisk, examineNode, examineZones } from './machine.js';
import { examineMail } from './mail.js';
import { examineQueue } from './queue.js';

/** Looks at everything that an installation stands on. Changes nothing but starting an embedded database that does not run. */
export async function examine(settings: Settings, io: Io): Promise<readonly Finding[]> {
  const database = await examineStores(settings, io);
  return [examineNode(), examineZones(), ...database, ...(await examineMail(settings)), ...(await examineDisk(settings)), ...examineLeftOver(settings.DATA_FOLDER)];
}

async function examineStores(settings: Settings, io: Io): Promise<readonly Finding[]> {
  try {
    return await withDatabase(settings, io, 'doctor', async (addresses) => [...(await examineDatabase(addresses)), ...(await examineQueue(settings, addresses.queueUrl))]);
  } catch (error) {
    if (error instanceof Refusal) return error.reasons.map((reason) => bad('database', reason, 'See the sentence itself.'));
    throw error;
  }
}
