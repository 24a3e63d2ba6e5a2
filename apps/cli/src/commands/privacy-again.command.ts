import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ErasedAgain, type ErasureRecord } from '@app/identity';
import { type Call, type CliCommand, done, type Outcome } from '../command.js';
import { errorCode, Refusal } from '../refusal.js';
import { type GetUseCase } from '../use-cases.js';

export const command: CliCommand = {
  name: 'privacy again',
  summary: 'After a restored backup: erases anew whoever was erased since, by the list that workers keep outside of the database.',
  syntax: (syntax) => syntax.option('--file <file>', 'the list; ERASURES_FILE or erasures.jsonl in DATA_FOLDER where it is left out').option('--dry-run', 'only say how many would be erased'),
  run: async (call) => {
    const { erasuresFile } = await import('@app/identity');
    const { file } = call.options as { file?: string };
    const path = file === undefined ? erasuresFile(call.settings()) : resolve(call.io.folder, file);
    const records = await recordsIn(path);
    const { withInstalledUseCases } = await import('../use-cases.js');
    return withInstalledUseCases(call, 'privacy again', (get) => eraseAgain(call, get, { path, records }));
  },
};

/** Nothing is done with a list that is not whole: who is missing in it would stay. */
async function recordsIn(path: string): Promise<readonly ErasureRecord[]> {
  const { readErasures } = await import('@app/identity');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw Refusal.because(`The list ${path} cannot be read (${errorCode(error) ?? 'unknown'}).`, 'Name it with --file FILE. Where nobody was erased yet there is none.');
  });
  const { records, strange } = readErasures(text);
  if (strange.length > 0) throw Refusal.because(`${path}: line ${strange.slice(0, 10).join(', ')} is no erasure.`, 'Mend or remove it; nothing was done.');
  return records;
}

async function eraseAgain({ options, io }: Call, get: GetUseCase, list: { path: string; records: readonly ErasureRecord[] }): Promise<Outcome> {
  const { EraseAgain } = await import('@app/identity');
  const dryRun = Boolean(options['dryRun']);
  const counts: Record<ErasedAgain, number> = { erased: 0, done: 0, unknown: 0 };
  for (const record of list.records) counts[await get(EraseAgain).execute(record, { dryRun })]++;
  io.say(`${list.path}: ${counts.erased} ${dryRun ? 'would be erased' : 'erased'} again, ${counts.done} were erased already, ${counts.unknown} are not in this database.`);
  if (counts.erased > 0 && !dryRun) io.say('Workers take their names out of what others wrote as soon as they run.');
  return done({ file: list.path, dryRun, erased: counts.erased, alreadyErased: counts.done, unknown: counts.unknown });
}
