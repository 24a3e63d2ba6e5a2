import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everybody who builds or installs in one folder at the same time: npm start in two terminals, test files, commands. */
describe('the lock of the build and of the install', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tremplin-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const rival = (work: string): ChildProcess =>
    spawn(process.execPath, ['--input-type=module', '-e', `import { locked } from ${JSON.stringify(join(process.cwd(), 'scripts/lock.mjs'))}; import fs from 'node:fs';
      const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const count = ${JSON.stringify(join(folder, 'count'))};
      await locked(${JSON.stringify(folder)}, 'test', async () => { ${work} });`], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = async (child: ChildProcess): Promise<unknown> => (await once(child, 'exit'))[0];
  const ADD_ONE = `const read = Number(fs.readFileSync(count, 'utf8')); await pause(30); fs.writeFileSync(count, String(read + 1));`;

  it('lets one in at a time', async () => {
    writeFileSync(join(folder, 'count'), '0');
    expect(await Promise.all(Array.from({ length: 6 }, () => ended(rival(ADD_ONE))))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('6');
  });

  it('is taken over from an owner that was killed, and given back by one that failed', async () => {
    writeFileSync(join(folder, 'count'), '0');
    const victim = rival(`console.log('in'); await pause(60_000);`);
    await once(victim.stdout as NodeJS.ReadableStream, 'data');
    victim.kill('SIGKILL');
    expect(await ended(rival(`throw new Error('does not compile');`).on('error', () => undefined))).toBe(1);
    expect(await ended(rival(ADD_ONE))).toBe(0);
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('1');
  });
});
