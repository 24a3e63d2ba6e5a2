import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationPage } from './configuration-page.js';
import { jobsPage } from './jobs-page.js';
import { knownGapsPage } from './known-gaps-page.js';

/** Every page of docs/ that is printed from the code, by its path in the repository. */
export async function printedPages(repository: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(repository, 'docs/known-gaps');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  const parts = await Promise.all(names.map(async (name) => ({ name: name.slice(0, -3), text: await readFile(join(folder, name), 'utf8') })));
  return new Map([
    ['docs/configuration.md', configurationPage()],
    ['docs/jobs.md', jobsPage()],
    ['docs/known-gaps.md', knownGapsPage(parts)],
  ]);
}
