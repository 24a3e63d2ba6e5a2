import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printedPages } from '../../apps/cli/src/docs/pages.js';

const repository = process.cwd();

describe('printed documents', () => {
  it('are what the code says now (npm run docs:print)', async () => {
    for (const [path, text] of await printedPages(repository)) {
      expect({ path, text: await readFile(join(repository, path), 'utf8').catch(() => 'missing') }).toEqual({ path, text });
    }
  });

  it('list every job that any library declares', async () => {
    const files = (await readdir(join(repository, 'libs'), { recursive: true })).filter((name) => name.endsWith('.job.ts'));
    const declared = await Promise.all(files.map(async (name) => /name: '([\w.-]+)'/.exec(await readFile(join(repository, 'libs', name), 'utf8'))?.[1]));
    const page = (await printedPages(repository)).get('docs/jobs.md');
    expect(declared.length).toBeGreaterThan(4);
    for (const name of declared) expect(page).toContain(`| \`${name}\` |`);
  });
});
