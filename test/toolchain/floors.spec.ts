import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Cruised {
  readonly rules: readonly string[];
  readonly found: Readonly<Record<string, readonly { readonly rule: string; readonly from: string; readonly to: string }[]>>;
}

const fixtures = join(process.cwd(), 'test/fixtures/floors');

describe('floors and dependency rules', () => {
  let cruised: Cruised;
  beforeAll(() => {
    cruised = JSON.parse(execFileSync(process.execPath, ['test/toolchain/cruise-fixtures.mjs'], { encoding: 'utf8', maxBuffer: 16 << 20 })) as Cruised;
  }, 120_000);

  it('have a fixture each, and no fixture is without its rule', () => {
    expect(readdirSync(fixtures).sort()).toEqual([...cruised.rules].sort());
  });

  it.each(readdirSync(fixtures))('%s is tripped by its fixture, and nothing else is', (rule) => {
    const violations = cruised.found[rule] ?? [];
    expect([...new Set(violations.map((violation) => violation.rule))]).toEqual([rule]);
  });

  it('trip on every file of a fixture that is there to trip them', () => {
    const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((path) => /\/trips-[^/]+\.ts$/.test(path));
    expect(files.length).toBeGreaterThan(5);
    for (const path of files) {
      const [rule = '', ...rest] = path.split('/');
      expect({ path, tripped: cruised.found[rule]?.some(({ from }) => from === rest.join('/')) }).toEqual({ path, tripped: true });
    }
  });
});
