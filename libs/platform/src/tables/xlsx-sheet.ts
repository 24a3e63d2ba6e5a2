import { columnName, type RowFault, type TableRow } from './table.js';
import { cellText, type RawCell } from './xlsx-cell.js';
import { type Workbook } from './xlsx-workbook.js';
import { readXml, xmlChunks } from './xml-stream.js';
import { type ZipArchive } from './zip-archive.js';

/** A range of merged cells, by row and column from 0. */
export interface MergedRange {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
}

/** Merged cells stand behind the rows in the file, so they are read in a pass of their own. */
export async function readMergedRanges(archive: ZipArchive, workbook: Workbook): Promise<readonly MergedRange[]> {
  const ranges: MergedRange[] = [];
  await readXml(await archive.read(workbook.sheet.part), {
    open: (tag, { ref }) => {
      if (tag !== 'mergeCell' || !ref) return;
      const [from = '', to = from] = ref.split(':');
      ranges.push({ name: ref, top: rowOf(from), bottom: rowOf(to) });
    },
  });
  return ranges.sort((one, other) => one.top - other.top);
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  hasFormula: boolean;
}

/** The rows of a sheet, in batches as they are unpacked; rows that are left out in the file are left out here. */
export async function* sheetRows(archive: ZipArchive, workbook: Workbook, mostColumns: number): AsyncGenerator<readonly TableRow[], void, undefined> {
  const reader = new RowReader(workbook, mostColumns);
  const chunks = xmlChunks(await archive.read(workbook.sheet.part), reader);
  try {
    while (!(await chunks.next()).done) {
      const rows = reader.take();
      if (rows.length > 0) yield rows;
    }
  } finally {
    await chunks.return();
  }
}

class RowReader {
  private rows: TableRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private fault?: RowFault;
  private cell?: OpenCell;
  private inValue = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly mostColumns: number,
  ) {}

  take(): TableRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.beginRow(Number(attributes['r'] ?? this.line + 1));
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'f' && this.cell) this.cell.hasFormula = true;
    this.inValue = (name === 'v' || name === 't') && this.cell !== undefined;
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    this.inValue = false;
    if (name === 'c') this.endCell();
    if (name === 'row') this.rows.push({ line: this.line, cells: this.cells, fault: this.fault });
  }

  private beginRow(line: number): void {
    this.line = line;
    this.cells = [];
    this.fault = undefined;
  }

  private beginCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r ? columnOf(r) : this.cells.length;
    this.cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: '', hasFormula: false };
  }

  private endCell(): void {
    const { cell } = this;
    this.cell = undefined;
    if (!cell) return;
    const name = `${columnName(cell.column)}${this.line}`;
    if (cell.column >= this.mostColumns) this.fault ??= { reason: 'row.too-wide', cell: name, values: { max: this.mostColumns } };
    else this.place(cell.column, cellText(cell satisfies RawCell, this.workbook), name);
  }

  private place(column: number, text: string | { readonly reason: string }, name: string): void {
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = typeof text === 'string' ? text : '';
    if (typeof text !== 'string') this.fault ??= { reason: text.reason, cell: name };
  }
}

/** 0 for "A7", 27 for "AB7". */
function columnOf(cell: string): number {
  let column = 0;
  for (const character of cell) {
    const code = character.charCodeAt(0);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

const rowOf = (cell: string): number => Number(/\d+/.exec(cell)?.[0] ?? 0);
