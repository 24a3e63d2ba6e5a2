import { resolve } from 'node:path';
import { type Call, type CliCommand, type Outcome } from '../command.js';

export const command: CliCommand = {
  name: 'engine replay',
  summary: 'Repeats a stored run of the scheduling engine, bit by bit.',
  syntax: (syntax) => syntax.argument('<run>', 'the FILE.run.json of an earlier run').option('--out <file>', 'where to write the plan instead of over the first one'),
  run: async ({ arguments: [file = ''], options, io }: Call): Promise<Outcome> => {
    const { readStoredRun } = await import('../engine/stored-run.js');
    const { runEngineReplay } = await import('../engine/solve.js');
    const run = await readStoredRun(resolve(io.folder, file));
    const out = typeof options['out'] === 'string' ? resolve(io.folder, options['out']) : run.out;
    return runEngineReplay({ ...run, out }, io);
  },
};
