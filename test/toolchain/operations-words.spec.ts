import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it('every job that can fail for good has its words on the page of operations', () => {
  const jobs = [...read('docs/jobs.md').matchAll(/^\| `([a-z-]+\.[a-z-]+)` \|/gm)].map(([, name]) => name);
  expect(jobs.length).toBeGreaterThan(5);
  const [, words = ''] = /workNames[^{]*\{([^}]*)\}/.exec(read('apps/web/src/features/operations/words.ts')) ?? [];
  const named = [...words.matchAll(/^ {2}'([a-z-]+\.[a-z-]+)': msg`/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(jobs.sort());
});
