import { csvLine, neutralised, unneutralised } from './csv-export.js';

describe('an export as comma-separated text', () => {
  it.each(['=1+1', '+32 470', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '"=1"', '""=1', "'=1", '＝1', '＋1', '\u0000=1'])('case 39: %j is shown and not calculated', (text) => {
    expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true);
    expect(unneutralised(neutralised(text))).toBe(text);
  });

  it.each(['Zoé', "O'Neill", 'a=b', '3-4', 'x@example.org', '', "'t Hof"])('leaves %j as it is', (text) => expect(neutralised(text)).toBe(text));

  it('keeps numbers, words instants in ISO 8601, quotes what has to be quoted, and ends with CRLF', () => {
    expect(csvLine([-5, 1.5, true, null, undefined, new Date('2027-03-01T09:00:00Z'), 'a,b', 'say "x"', 'two\nlines', ' blank'])).toBe(
      '-5,1.5,true,,,2027-03-01T09:00:00.000Z,"a,b","say ""x""","two\nlines"," blank"\r\n',
    );
    expect(csvLine(['a;b', 'c,d'], ';')).toBe('"a;b";c,d\r\n');
  });
});
