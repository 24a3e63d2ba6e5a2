import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printedPages } from '../../apps/cli/src/docs/pages.js';

const repository = process.cwd();

describe('printed documents', () => {
  it('are what the code says now (npm run docs:print)', async () => {
    for (const [path, text] of await printedPages(repository)) {
      expect({ path, text: await readFile(join(repository, path), 'utf8').catch(() => 'missing') }).toEqual({ path, text });
    }
  });
});
