import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CB_CTT } from '../../libs/engine/src/testing/small-files.js';
import { buildServer, run, type RunningCommand } from '../support/installation.js';

jest.setTimeout(240_000);

describe('the engine as other programs call it, with threads of its own', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeAll(buildServer);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engine-e2e-'));
    writeFileSync(at('small.ctt'), CB_CTT);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const engine = (...words: string[]): RunningCommand => run([process.execPath, 'dist/apps/cli/src/main.js', 'engine', ...words, '--json'], {});
  const solving = (out: string, ...words: string[]): RunningCommand => engine('solve', '--format', 'cb-ctt', '--instance', at('small.ctt'), '--out', at(out), '--seed', '4', ...words);

  it('two threads write the same bytes for the same number of moves, and once more from the stored run', async () => {
    for (const out of ['one', 'two']) expect(await solving(out, '--workers', '2', '--iterations', '400000').ended).toMatchObject({ code: 0 });
    expect(await engine('replay', at('one.run.json'), '--out', at('again')).ended).toMatchObject({ code: 0 });
    const [one, two, again] = ['one', 'two', 'again'].map((name) => readFileSync(at(name), 'utf8'));
    expect([two, again]).toEqual([one, one]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends a search of an hour with the best plan written', async (signal) => {
    const search = solving('best', '--workers', '2', '--seconds', '3600');
    await search.says('Searching');
    search.process.kill(signal);
    const { code, stdout } = await search.ended;
    expect({ code, answer: JSON.parse(stdout) as unknown }).toMatchObject({ code: 0, answer: { done: true, aborted: true, feasible: true, workers: 2 } });
    expect(readFileSync(at('best'), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('a broken file ends with 1, its line and nothing written', async () => {
    writeFileSync(at('small.ctt'), CB_CTT.replace('q1 2', 'q1 3'));
    const { code, stdout } = await solving('plan', '--iterations', '1000').ended;
    expect({ code, answer: JSON.parse(stdout) as unknown }).toMatchObject({ code: 1, answer: { done: false, reasons: [expect.stringContaining('line 18: curriculum q1')] } });
    expect(existsSync(at('plan'))).toBe(false);
  });
});
