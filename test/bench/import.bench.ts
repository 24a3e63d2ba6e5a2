import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ImportedFile, ImportPeopleFile } from '@app/identity';
import { isProblem } from '@app/platform';
import { withUseCases } from '../../apps/cli/src/use-cases.js';
import { testSettings } from '../support/test-module.js';
import { Make } from '../support/make.js';
import { type Bench } from './frame/bench.js';

const MEBIBYTE = 1_048_576;

/** A list as centres have it: semicolons, accents, most people with an address, some with a telephone. */
function* list(lines: number): Generator<string, void, undefined> {
  yield '\ufeffNuméro;Prénom;Nom de famille;E-mail;GSM;Langue\r\n';
  for (let n = 0; n < lines; n++) {
    const email = n % 20 === 0 ? '' : `prenom.${n}@example.org`;
    yield `S-${n};Éléonore ${n % 977};"van den Berghe ${n % 4_999}";${email};${n % 3 === 0 ? `+32 470 ${100_000 + (n % 900_000)}` : ''};${n % 2 === 0 ? 'français' : 'nl'}\r\n`;
  }
}

/** The most memory that this process held while the work went on, beyond what it held before. */
async function watchingMemory<T>(work: () => Promise<T>): Promise<{ answer: T; seconds: number; mebibytes: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const from = performance.now();
  try {
    const answer = await work();
    return { answer, seconds: (performance.now() - from) / 1_000, mebibytes: (Math.max(peak, process.memoryUsage.rss()) - before) / MEBIBYTE };
  } finally {
    clearInterval(watch);
  }
}

export const bench: Bench = {
  name: 'import',
  summary: '100,000 people imported from a file, the same file again, and 1,000,000 lines tried',
  run: async (ground) => {
    const database = await ground.database();
    const organisation = (await new Make(database).organisation()).id;
    const folder = await mkdtemp(join(tmpdir(), 'tremplin-import-'));
    ground.defer(() => rm(folder, { recursive: true, force: true }));
    const file = async (lines: number): Promise<string> => {
      const path = join(folder, `${lines}.csv`);
      await pipeline(Readable.from(list(lines)), createWriteStream(path));
      return path;
    };
    return withUseCases(testSettings(), { appUrl: database.appUrl }, async (get) => {
      const run = async (path: string, dryRun = false): Promise<ImportedFile> => {
        const answer = await get(ImportPeopleFile).execute({ organisation, path, roles: ['learner'], dryRun });
        if (isProblem(answer)) throw new Error(JSON.stringify(answer));
        return answer;
      };
      await run(await file(100));
      const path = await file(100_000);
      ground.say('100,000 people…');
      const first = await watchingMemory(() => run(path));
      ground.say(`${first.answer.import.added} added in ${first.seconds.toFixed(1)} s; the same file again…`);
      const again = await watchingMemory(() => run(path));
      ground.say('1,000,000 lines tried…');
      const million = await file(1_000_000);
      const tried = await watchingMemory(() => run(million, true));
      return [
        { name: 'people added', value: first.answer.import.added, unit: 'people', better: 'higher', must: 99_900 },
        { name: 'lines a second', value: 100_000 / first.seconds, unit: '1/s', better: 'higher', must: 5_000, goal: 8_000 },
        { name: 'memory beyond the process itself', value: first.mebibytes, unit: 'MB', better: 'lower', must: 200, goal: 120 },
        { name: 'people added by the same file again', value: again.answer.import.added, unit: 'people', better: 'lower', must: 0 },
        { name: 'lines a second, all known', value: 100_000 / again.seconds, unit: '1/s', better: 'higher', must: 5_000 },
        { name: 'a million lines tried: lines a second', value: tried.answer.import.rowsRead / tried.seconds, unit: '1/s', better: 'higher', must: 5_000 },
        { name: 'a million lines tried: memory', value: tried.mebibytes, unit: 'MB', better: 'lower', must: 200, goal: 150 },
      ];
    });
  },
};
