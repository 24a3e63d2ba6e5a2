import { textFaults, tidyLine } from './entered-text.js';

const reasons = (value: string | null | undefined): readonly string[] => textFaults(value, { field: 'name', max: 10, required: true }).map((fault) => fault.reason);

describe('a line of text as entered', () => {
  it('says what is wrong with it', () => {
    expect(reasons('  ')).toEqual(['value.missing']);
    expect(reasons(undefined)).toEqual(['value.missing']);
    expect(reasons('Zoé\nDemo')).toEqual(['text.one-line']);
    expect(reasons('Zoé\u2028Demo')).toEqual(['text.one-line']);
    expect(reasons('Zo\u0000é')).toEqual(['text.one-line']);
    expect(reasons('Zo\u202eé')).toEqual(['text.one-line']);
    expect(reasons('a'.repeat(11))).toEqual(['text.too-long']);
    expect(reasons(' Zoé Demo\n')).toEqual([]);
  });

  it('is kept composed, without blanks around and with single blanks inside', () => {
    expect(tidyLine(' Zoe\u0301 \u00a0 van\tder  Demo ')).toBe('Zoé van der Demo');
    expect(tidyLine('   ')).toBeNull();
    expect(tidyLine(undefined)).toBeUndefined();
  });
});
