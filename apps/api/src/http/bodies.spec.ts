import { isTooDeep } from './bodies.js';

describe('JSON that is nested', () => {
  it('is measured outside strings', () => {
    expect(isTooDeep(JSON.stringify({ text: '[{'.repeat(1_000), escaped: '"\\[[[' }))).toBe(false);
    expect(isTooDeep(`${'['.repeat(32)}${']'.repeat(32)}`)).toBe(false);
    expect(isTooDeep(`${'['.repeat(33)}${']'.repeat(33)}`)).toBe(true);
    expect(isTooDeep(`{"a":"b\\"","c":${'{"d":'.repeat(40)}1${'}'.repeat(41)}`)).toBe(true);
  });

  it.each([['escaped quotes that never end', `"${'\\"'.repeat(500_000)}`], ['an open string', `"${'a'.repeat(1_000_000)}`], ['flat', '[],'.repeat(330_000)]])('is measured in one pass: %s', (_, json) => {
    expect(isTooDeep(json)).toBe(false);
  });
});
