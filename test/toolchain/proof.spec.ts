import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Cases, capabilities and defects (numbers of the project's list of hard cases) that identity, ledger, messages, API and start must prove. */
const CASES = '1-4 6-11 14 19-25 27-29 34 37-39 41 52-55 57 60 69-77 79-85 87 96 97 100';
const CAPABILITIES = '1';
const DEFECTS = '4 5 7-9';

const numbers = (list: string): readonly number[] =>
  list.split(' ').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });

/** Titles of all tests, and every number that stands behind "case", "cases", "defects 2 and 18", … in one of them. */
async function proven(word: 'case' | 'capability' | 'defect'): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  for (const folder of ['test', 'libs', 'apps']) {
    const files = (await readdir(join(process.cwd(), folder), { recursive: true })).filter((name) => name.endsWith('.spec.ts') && !name.includes('node_modules'));
    for (const file of files) {
      const text = await readFile(join(process.cwd(), folder, file), 'utf8');
      for (const [title] of text.matchAll(/\b(?:it|describe|test)\b[^\n]*?(['"`])[^\n]*\1/g)) {
        for (const [, list = ''] of title.matchAll(new RegExp(`\\b${word === 'capability' ? 'capabilit(?:y|ies)' : `${word}s?`} (\\d+(?:(?:, | and )(?:${word} )?\\d+)*)`, 'g'))) {
          for (const [number] of list.matchAll(/\d+/g)) found.add(Number(number));
        }
      }
    }
  }
  return found;
}

describe('what has to be proven', () => {
  it.each([['case', CASES], ['capability', CAPABILITIES], ['defect', DEFECTS]] as const)('every %s of the list is named by the title of a test', async (word, list) => {
    const found = await proven(word);
    expect(numbers(list).filter((number) => !found.has(number))).toEqual([]);
  });
});
