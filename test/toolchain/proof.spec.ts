import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Cases, capabilities and defects (numbers of the project's list of hard cases) that identity, ledger, messages, API and start must prove, and courses, cohorts, agendas and reminders. */
const CASES = '1-12 14 17-31 33-41 44 48 52-55 57 60 62-85 87-91 96 97 100';
const CAPABILITIES = '1 10 11';
const DEFECTS = '1-5 7-9 18';
/** Of the list of features that a centre expects. */
const ROWS = '1 2 4 5 9 18-20 22-24 26-29 31 33 67-69 71-74 100 101 104';

const numbers = (list: string): readonly number[] =>
  list.split(' ').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });

/** Titles of all tests, and every number that stands behind "case", "cases", "defects 2 and 18", … in one of them. */
async function proven(word: 'case' | 'capability' | 'defect' | 'row'): Promise<ReadonlySet<number>> {
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
  it.each([['case', CASES], ['capability', CAPABILITIES], ['defect', DEFECTS], ['row', ROWS]] as const)('every %s of the list is named by the title of a test', async (word, list) => {
    const found = await proven(word);
    expect(numbers(list).filter((number) => !found.has(number))).toEqual([]);
  });
});
