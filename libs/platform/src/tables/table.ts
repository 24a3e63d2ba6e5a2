import { Problem } from '../problem/problem.js';

/** A row that cannot be used as it stands: where and why. Reasons have their texts in table.texts.ts. */
export interface RowFault {
  readonly reason: string;
  /** Name of the cell as a spreadsheet shows it: "C7". */
  readonly cell?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface TableRow {
  /** Line of the file on which the row begins, as an editor or spreadsheet counts: from 1. */
  readonly line: number;
  /** Trailing cells may be missing. */
  readonly cells: readonly string[];
  readonly fault?: RowFault;
}

/** A file of rows under a line of headings, read as a stream. */
export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** "utf-8", "utf-16le", "windows-1252"; spreadsheets have none. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** All visible sheets of the workbook; comma-separated text has none. */
  readonly sheets?: readonly string[];
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Rows below the headings in batches, blank ones left out. May be called once. */
  rows(): AsyncGenerator<readonly TableRow[], void, undefined>;
  /** Lets go of the file; whoever opens closes, whether the rows were read or not. */
  close(): Promise<void>;
}

export interface TableLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Bytes of the file as it lies on the disk. */
  readonly bytes: number;
  /** Bytes of one part of a spreadsheet after unpacking, and of the texts that cells share (they lie in memory). */
  readonly unpacked: number;
  readonly sharedTexts: number;
}

export const tableLimits: TableLimits = { rows: 1_048_576, columns: 300, cell: 32_767, bytes: 500_000_000, unpacked: 1_000_000_000, sharedTexts: 60_000_000 };

/** The file as a whole cannot be read; nothing of it was used. */
export class FileRefused extends Problem {
  readonly code = 'FILE_REFUSED';
  constructor(
    readonly reason: string,
    readonly values: Readonly<Record<string, string | number>> = {},
    /** The sheets of the workbook, where another one might be meant. */
    readonly sheets: readonly string[] = [],
  ) {
    super();
  }
}

/** Ends a stream from inside; becomes the FileRefused that it carries. */
export class TableBroken extends Error {
  constructor(readonly refusal: FileRefused) {
    super(refusal.reason);
  }
}

/** "A" for 0, "AB" for 27. */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
