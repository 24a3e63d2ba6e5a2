import { createReadStream } from 'node:fs';
import { CsvRecords } from './csv-records.js';
import { csvDialect } from './csv-dialect.js';
import { columnName, FileRefused, isBlank, type RowFault, type Table, TableBroken, type TableLimits, type TableRow } from './table.js';
import { textEncoding } from './text-encoding.js';

const BEGINNING = 64 * 1_024;

/** Opens comma-separated text. Encoding and delimiter are found out; headings are the first line that is not blank. */
export async function openCsv(path: string, limits: TableLimits): Promise<Table | FileRefused> {
  const encoding = await textEncoding(path);
  if (encoding instanceof FileRefused) return encoding;
  const batches = records(path, encoding);
  const first = await firstBatch(batches);
  const header = usable(first.rows[0], limits);
  if (header instanceof FileRefused) {
    await batches.return();
    return header;
  }
  return {
    format: 'csv',
    encoding,
    delimiter: first.delimiter,
    header: header.cells.map((cell) => cell.trim()),
    headerLine: header.line,
    rows: () => below(first.rows.slice(1), batches, { width: header.cells.length, limits }),
    close: async () => {
      await batches.return();
    },
  };
}

function usable(header: TableRow | undefined, limits: TableLimits): TableRow | FileRefused {
  if (!header) return new FileRefused('table.no-header');
  if (header.cells.length > limits.columns) return new FileRefused('table.too-wide', { max: limits.columns });
  return header.fault ? new FileRefused(header.fault.reason, { line: header.line, cell: header.fault.cell ?? '' }) : header;
}

interface Batch {
  readonly delimiter: string;
  readonly rows: readonly TableRow[];
}

async function* records(path: string, encoding: string): AsyncGenerator<Batch, void, undefined> {
  // The decoder drops a byte order mark by itself.
  const decoder = new TextDecoder(encoding);
  let beginning: string | undefined = '';
  let parser: CsvRecords | undefined;
  let delimiter = ',';
  const begin = (text: string): string => {
    const dialect = csvDialect(text);
    ({ delimiter } = dialect);
    parser = new CsvRecords(delimiter, dialect.skip > 0 ? 2 : 1);
    beginning = undefined;
    return text.slice(dialect.skip);
  };
  for await (const chunk of createReadStream(path, { highWaterMark: BEGINNING })) {
    let text = decoder.decode(chunk as Buffer, { stream: true });
    if (beginning !== undefined) {
      beginning += text;
      if (beginning.length < BEGINNING / 2) continue;
      text = begin(beginning);
    }
    yield { delimiter, rows: present(parser?.push(text)) };
  }
  const last = beginning === undefined ? decoder.decode() : begin(beginning + decoder.decode());
  yield { delimiter, rows: present([...(parser?.push(last) ?? []), ...(parser?.push('', true) ?? [])]) };
}

const present = (rows: readonly TableRow[] = []): readonly TableRow[] => rows.filter((row) => !isBlank(row.cells));

async function firstBatch(batches: AsyncGenerator<Batch, void, undefined>): Promise<Batch> {
  for (;;) {
    const { value, done } = await batches.next();
    if (done) return { delimiter: ',', rows: [] };
    if (value.rows.length > 0) return value;
  }
}

interface Shape {
  readonly width: number;
  readonly limits: TableLimits;
}

async function* below(first: readonly TableRow[], batches: AsyncGenerator<Batch, void, undefined>, shape: Shape): AsyncGenerator<readonly TableRow[], void, undefined> {
  let count = 0;
  const checked = (rows: readonly TableRow[]): readonly TableRow[] => {
    count += rows.length;
    if (count > shape.limits.rows) throw new TableBroken(new FileRefused('table.too-long', { max: shape.limits.rows }));
    return rows.map((row) => (row.fault ? row : { ...row, fault: rowFault(row.cells, shape) }));
  };
  if (first.length > 0) yield checked(first);
  for await (const batch of batches) if (batch.rows.length > 0) yield checked(batch.rows);
}

function rowFault(cells: readonly string[], { width, limits }: Shape): RowFault | undefined {
  const beyond = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
  if (beyond !== -1) return { reason: 'row.too-many-cells', values: { found: cells.length, expected: width } };
  const long = cells.findIndex((cell) => cell.length > limits.cell);
  return long === -1 ? undefined : { reason: 'cell.too-long', cell: columnName(long), values: { max: limits.cell } };
}
