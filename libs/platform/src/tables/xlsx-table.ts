import { FileRefused, isBlank, type Table, TableBroken, type TableLimits, type TableRow } from './table.js';
import { type MergedRange, readMergedRanges, sheetRows } from './xlsx-sheet.js';
import { readWorkbooks, type Workbook } from './xlsx-workbook.js';
import { ZipArchive } from './zip-archive.js';

/**
 * Opens a workbook: the sheet named, or the first visible one that is not blank. Headings are the first row that is not blank; rows that
 * merged cells touch carry a fault. Throws TableBroken.
 */
export async function openXlsx(path: string, limits: TableLimits, sheet?: string): Promise<Table> {
  const archive = await ZipArchive.open(path, limits);
  try {
    return await firstFilled(archive, await readWorkbooks(archive, limits, sheet), limits);
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** A blank sheet before the list is passed over; any other fault is said, because the list behind it may be another one. */
async function firstFilled(archive: ZipArchive, workbooks: readonly Workbook[], limits: TableLimits): Promise<Table> {
  for (const [index, workbook] of workbooks.entries()) {
    try {
      return await openSheet(archive, workbook, limits);
    } catch (error) {
      if (!(error instanceof TableBroken)) throw error;
      const { reason, values } = error.refusal;
      if (reason !== 'table.no-header' || index === workbooks.length - 1) throw new TableBroken(new FileRefused(reason, values, workbook.sheets));
    }
  }
  throw new TableBroken(new FileRefused('table.no-header'));
}

async function openSheet(archive: ZipArchive, workbook: Workbook, limits: TableLimits): Promise<Table> {
  const merged = await readMergedRanges(archive, workbook);
  const batches = sheetRows(archive, workbook, limits.columns);
  const { header, rest } = await readHeader(batches);
  const spanned = merged.find(({ top, bottom }) => top <= header.line && bottom >= header.line);
  if (spanned) throw new TableBroken(new FileRefused('table.merged-header', { cells: spanned.name }));
  return {
    format: 'xlsx',
    sheet: workbook.sheet.name,
    sheets: workbook.sheets,
    header: header.cells.map((cell) => cell.trim()),
    headerLine: header.line,
    rows: () => below(rest, batches, { merged, limits }),
    close: async () => {
      await batches.return();
      archive.close();
    },
  };
}

async function readHeader(batches: AsyncGenerator<readonly TableRow[], void, undefined>): Promise<{ header: TableRow; rest: readonly TableRow[] }> {
  for (;;) {
    const { value, done } = await batches.next();
    if (done) throw new TableBroken(new FileRefused('table.no-header'));
    const at = value.findIndex((row) => !isBlank(row.cells));
    const header = value[at];
    if (header?.fault) throw new TableBroken(new FileRefused(header.fault.reason, { line: header.line, cell: header.fault.cell ?? '' }));
    if (header) return { header, rest: value.slice(at + 1) };
  }
}

interface Sheet {
  readonly merged: readonly MergedRange[];
  readonly limits: TableLimits;
}

async function* below(rest: readonly TableRow[], batches: AsyncGenerator<readonly TableRow[], void, undefined>, sheet: Sheet): AsyncGenerator<readonly TableRow[], void, undefined> {
  const { limits } = sheet;
  let count = 0;
  const checked = (rows: readonly TableRow[]): readonly TableRow[] => {
    const present = rows.filter((row) => row.fault !== undefined || !isBlank(row.cells));
    count += present.length;
    if (count > limits.rows) throw new TableBroken(new FileRefused('table.too-long', { max: limits.rows }));
    return present.map((row) => withFault(row, sheet));
  };
  yield checked(rest);
  for await (const rows of batches) yield checked(rows);
}

function withFault(row: TableRow, { merged, limits }: Sheet): TableRow {
  if (row.fault) return row;
  const range = merged.find(({ top, bottom }) => top <= row.line && bottom >= row.line);
  if (range) return { ...row, fault: { reason: 'cell.merged', cell: range.name } };
  const long = row.cells.some((cell) => cell.length > limits.cell);
  return long ? { ...row, fault: { reason: 'cell.too-long', values: { max: limits.cell } } } : row;
}
