import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationPage } from './configuration-page.js';
import { decisionsPage, knownGapsPage } from './index-pages.js';
import { jobsPage } from './jobs-page.js';
import { privacyPage } from './privacy-page.js';

/** Every page of docs/ that is printed from the code, by its path in the repository. */
export async function printedPages(repository: string): Promise<ReadonlyMap<string, string>> {
  const docs = join(repository, 'docs');
  return new Map([
    ['docs/configuration.md', configurationPage()],
    ['docs/jobs.md', jobsPage()],
    ['docs/privacy.md', privacyPage()],
    ['docs/known-gaps.md', knownGapsPage(await parts(join(docs, 'known-gaps')))],
    ['docs/decisions/README.md', decisionsPage(await parts(join(docs, 'decisions')))],
  ]);
}

async function parts(folder: string): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return Promise.all(names.map(async (name) => ({ name: name.slice(0, -3), text: await readFile(join(folder, name), 'utf8') })));
}
