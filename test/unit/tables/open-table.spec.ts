import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileRefused, openTable, TableBroken, type TableLimits, type TableRow, tableTexts } from '@app/platform';
import { xlsx } from '../../support/xlsx.js';
import { zip } from '../../support/zip.js';

interface ReadTable {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
}

describe('opening a file of rows', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tables-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: string | Buffer, options: { sheet?: string; limits?: Partial<TableLimits> } = {}): Promise<ReadTable | FileRefused> {
    const path = join(folder, 'file');
    await writeFile(path, content);
    const table = await openTable(path, options);
    if (table instanceof FileRefused) return table;
    const rows: TableRow[] = [];
    try {
      for await (const batch of table.rows()) rows.push(...batch);
    } catch (error) {
      if (error instanceof TableBroken) return error.refusal;
      throw error;
    } finally {
      await table.close();
    }
    const { header, encoding, delimiter, sheet } = table;
    return { header, rows, encoding, delimiter, sheet };
  }
  const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

  describe('case 37: comma-separated text in whatever dialect', () => {
    const text = 'Prénom;Ville\r\nZoé;Liège\r\n';
    const expected = { header: ['Prénom', 'Ville'], rows: [{ line: 2, cells: ['Zoé', 'Liège'] }], delimiter: ';' };
    it.each<[string, string | Buffer, string]>([
      ['UTF-8', text, 'utf-8'],
      ['UTF-8 with a byte order mark', `\ufeff${text}`, 'utf-8'],
      ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
      ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
      ['UTF-16, the other way round', utf16be(`\ufeff${text}`), 'utf-16be'],
      ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ])('%s', async (_name, content, encoding) => expect(await read(content)).toMatchObject({ ...expected, encoding }));

    it.each([
      [',', 'a,b\n1,2\n'],
      [';', 'a;b\n1;2\n'],
      ['\t', 'a\tb\n1\t2\n'],
      [';', 'sep=;\na;b\n1;2\n'],
      [',', '"a;;;b",c\n"1",2\n'],
    ])('parted by %j', async (delimiter, content) => expect(await read(content)).toMatchObject({ delimiter, rows: [{ cells: [expect.stringContaining('1'), '2'] }] }));

    it('whose first accent stands far behind', async () => {
      const content = Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(400_000)}`), Buffer.from('Zoé,3\n', 'latin1')]);
      const table = await read(content);
      expect(table).toMatchObject({ encoding: 'windows-1252' });
      expect('rows' in table && table.rows.at(-1)).toEqual({ line: 400_002, cells: ['Zoé', '3'] });
    });

    it('names the line of each fault, blank lines and line breaks in cells counted as an editor counts them', async () => {
      const table = await read('a,b\n\n1,"two\nlines"\n\n3,4,5\n,\n6,"x" y\n');
      expect('rows' in table && table.rows).toEqual([
        { line: 3, cells: ['1', 'two\nlines'] },
        { line: 6, cells: ['3', '4', '5'], fault: { reason: 'row.too-many-cells', values: { found: 3, expected: 2 } } },
        { line: 8, cells: ['6', 'x y'], fault: { reason: 'csv.text-after-quote', cell: 'B' } },
      ]);
    });
  });

  it.each<[string, string | Buffer, string, object]>([
    ['nothing', '', 'file.empty', {}],
    ['blank lines only', '\n\n , \n', 'table.no-header', {}],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file.not-text', {}],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.old-excel', {}],
    ['bytes of no encoding', Buffer.from([...Buffer.from('a,b\n1,2\n3,'), 0x81, 0xff, 10]), 'file.encoding-unknown', { line: 3 }],
    ['a zip of something else', zip([{ name: 'mimetype', content: 'x' }]), 'file.not-xlsx', {}],
    ['half a zip', xlsx([{ rows: [['a']] }]).subarray(0, 300), 'file.damaged', {}],
    ['a workbook with a DOCTYPE', zip([{ name: 'xl/workbook.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }, { name: 'xl/_rels/workbook.xml.rels', content: '<R/>' }]), 'file.doctype', {}],
    ['a part named twice', zip([{ name: 'a', content: '' }, { name: 'a', content: '' }]), 'file.bomb', {}],
    ['a part outside', zip([{ name: '../a', content: '' }]), 'file.damaged', {}],
  ])('refuses %s and says why', async (_name, content, reason, values) => expect(await read(content)).toEqual(new FileRefused(reason, values as Record<string, number>)));

  it('refuses more rows, columns and bytes than the limits', async () => {
    expect(await read('a\n1\n2\n3\n', { limits: { rows: 2 } })).toEqual(new FileRefused('table.too-long', { max: 2 }));
    expect(await read('a,b,c\n', { limits: { columns: 2 } })).toEqual(new FileRefused('table.too-wide', { max: 2 }));
    expect(await read('a,b,c\n', { limits: { bytes: 3 } })).toEqual(new FileRefused('file.too-large', { max: 3 }));
  });

  it('case 30: refuses a packed bomb before it is unpacked, whatever its directory claims', async () => {
    const bomb = (claimedSize?: number) => zip([{ name: 'xl/workbook.xml', content: `<workbook>${' '.repeat(30_000_000)}</workbook>`, claimedSize }, { name: 'xl/_rels/workbook.xml.rels', content: '<R/>' }]);
    expect(await read(bomb(), { limits: { unpacked: 1_000_000 } })).toEqual(new FileRefused('file.unpacks-too-large', { max: 1_000_000 }));
    expect(await read(bomb(1_000), { limits: { unpacked: 1_000_000 } })).toMatchObject({ code: 'FILE_REFUSED' });
    const many = zip(Array.from({ length: 2_500 }, (_, n) => ({ name: `part${n}`, content: '' })));
    expect(await read(many)).toEqual(new FileRefused('file.bomb'));
  });

  describe('workbooks', () => {
    it('are read from the first visible sheet: texts, figures, dates, switches and saved values of formulas', async () => {
      const table = await read(
        xlsx([
          { name: 'Notes', state: 'hidden', rows: [['x']] },
          {
            name: 'People',
            rows: [
              ['Name', 'Phone', 'Born', 'From', 'OK', 'Sum', 'Days'],
              [],
              [
                'Zoé & Co <x>',
                { xml: '<c><v>4.7012345599999998E8</v></c>' },
                { xml: '<c s="1"><v>36526</v></c>' },
                { xml: '<c s="2"><v>46082.5</v></c>' },
                { xml: '<c t="b"><v>1</v></c>' },
                { xml: '<c t="str"><f>A1&amp;"x"</f><v>Zoéx</v></c>' },
                { xml: '<c s="3"><v>0.1</v></c>' },
              ],
              [{ xml: '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>' }, null, null, { xml: '<c s="1"><v>1</v></c>' }],
            ],
          },
        ]),
      );
      expect(table).toMatchObject({
        sheet: 'People',
        header: ['Name', 'Phone', 'Born', 'From', 'OK', 'Sum', 'Days'],
        rows: [
          { line: 3, cells: ['Zoé & Co <x>', '470123456', '2000-01-01', '2026-03-01 12:00', 'true', 'Zoéx', '0.1'] },
          { line: 4, cells: ['inline', '', '', '1900-01-01'] },
        ],
      });
    });

    it('by the name of a sheet, or the names that there are', async () => {
      const book = xlsx([{ name: 'A', rows: [['a']] }, { name: 'B', rows: [['b'], ['1']] }]);
      expect(await read(book, { sheet: 'B' })).toMatchObject({ header: ['b'], rows: [{ line: 2, cells: ['1'] }] });
      expect(await read(book, { sheet: 'C' })).toEqual(new FileRefused('sheet.unknown', { sheet: 'C', sheets: 'A, B' }, ['A', 'B']));
    });

    it('name the cell of a formula without value or with an error, and the merged cells that touch a row', async () => {
      const table = await read(
        xlsx([{ rows: [['a', 'b'], ['1', { xml: '<c><f>A1</f></c>' }], ['2', { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }], ['3', 'x'], ['4', null], ['5', 'y']], merged: ['B4:B5'] }]),
      );
      expect('rows' in table && table.rows.map((row) => row.fault)).toEqual([
        { reason: 'cell.formula-without-value', cell: 'B2' },
        { reason: 'cell.error', cell: 'B3' },
        { reason: 'cell.merged', cell: 'B4:B5' },
        { reason: 'cell.merged', cell: 'B4:B5' },
        undefined,
      ]);
    });

    it('with merged headings are refused', async () => {
      expect(await read(xlsx([{ rows: [['a', null], ['1', '2']], merged: ['A1:B1'] }]))).toEqual(new FileRefused('table.merged-header', { cells: 'A1:B1' }, ['Sheet1']));
    });
  });

  it('every reason has its text in four languages', () => {
    const keys = Object.values(tableTexts).map((texts) => Object.keys(texts).sort());
    expect(new Set(keys.map((names) => names.join())).size).toBe(1);
  });
});
