import * as fc from 'fast-check';
import { csvLine } from './csv-export.js';
import { CsvRecords } from './csv-records.js';
import { type TableRow } from './table.js';

/** Cuts the text into chunks of the given length, as a disk would. */
function read(text: string, chunk = text.length || 1, delimiter = ','): TableRow[] {
  const records = new CsvRecords(delimiter);
  const rows: TableRow[] = [];
  for (let at = 0; at < text.length; at += chunk) rows.push(...records.push(text.slice(at, at + chunk)));
  return [...rows, ...records.push('', true)];
}

const cellsOf = (rows: readonly TableRow[]): (readonly string[])[] => rows.map((row) => row.cells);

describe('comma-separated text', () => {
  it.each([1, 2, 3, 1_000])('is cut into records however it is chunked (%d characters at a time)', (chunk) => {
    const text = 'a,b\r\n"x, ""y""\nz",2\n3,\r4,"5"\n\n"",6';
    expect(read(text, chunk)).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 4, cells: ['3', ''] },
      { line: 5, cells: ['4', '5'] },
      { line: 6, cells: [''] },
      { line: 7, cells: ['', '6'] },
    ]);
  });

  it('what was written with our own export is read back, whatever is in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', '\r\n', ';', 'é', '') }).filter((text) => !/^[\s"']/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), fc.integer({ min: 1, max: 7 }), (rows, chunk) => {
        expect(cellsOf(read(rows.map((row) => csvLine(row)).join(''), chunk))).toEqual(rows);
      }),
    );
  });

  it('a quotation mark that is never closed costs its own line, which is named, and not the rest of the file', () => {
    const rows = read(`h\n1,"open,x\n2,b\n${'3,c\n'.repeat(40_000)}4,"d"\n`, 65_536);
    expect(rows[1]).toEqual({ line: 2, cells: ['1', '"open', 'x'], fault: { reason: 'csv.quote-not-closed', values: { max: 100_000 } } });
    expect(rows.filter((row) => row.fault)).toHaveLength(1);
    expect(rows).toHaveLength(40_004);
    expect(rows.at(-1)).toEqual({ line: 40_004, cells: ['4', 'd'] });
  });

  it('at the very end too', () => {
    expect(read('1,"open\n2,b')).toEqual([
      { line: 1, cells: ['1', '"open'], fault: { reason: 'csv.quote-not-closed', values: { max: 100_000 } } },
      { line: 2, cells: ['2', 'b'] },
    ]);
  });

  it('text behind a closing quotation mark is a fault of its row', () => {
    expect(read('1,"bad" q,3\n2,5" screen,x')).toMatchObject([
      { line: 1, cells: ['1', 'bad q', '3'], fault: { reason: 'csv.text-after-quote', cell: 'B' } },
      { line: 2, cells: ['2', '5" screen', 'x'] },
    ]);
    expect(read('1,"padded" ,3')).toEqual([{ line: 1, cells: ['1', 'padded', '3'] }]);
  });

  it('a line without end does not eat the memory', () => {
    const rows = read(`${'x'.repeat(250_000)}\ny`, 50_000);
    expect(rows.filter((row) => row.fault?.reason === 'cell.too-long').length).toBeGreaterThan(0);
    expect(rows.at(-1)?.cells).toEqual(['y']);
  });
});
