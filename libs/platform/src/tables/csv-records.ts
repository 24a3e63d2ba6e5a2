import { columnName, type RowFault, type TableRow } from './table.js';

const QUOTE = 34;
const CR = 13;
const LF = 10;

/** A quoted cell that goes on for longer was never closed: the quote was a slip of the pen. */
const LONGEST_RECORD = 100_000;

interface Scan {
  readonly cells: string[];
  /** Position behind the record and its line break. */
  readonly end: number;
  readonly breaks: number;
  readonly fault?: RowFault;
}

/**
 * Cuts comma-separated text into records, chunk by chunk. Accepts CRLF, LF and CR, also mixed, doubled quotes and line breaks inside
 * quotes; a quote that is never closed costs its own line and not the rest of the file.
 */
export class CsvRecords {
  private text = '';

  constructor(
    private readonly delimiter: string,
    private line = 1,
  ) {}

  /** The records that are complete after this chunk; the last chunk is empty and final. */
  push(chunk: string, final = false): TableRow[] {
    this.text += chunk;
    const rows: TableRow[] = [];
    let position = 0;
    while (position < this.text.length) {
      const scan = this.record(position, final) ?? this.unclosed(position, final);
      if (!scan) break;
      rows.push({ line: this.line, cells: scan.cells, fault: scan.fault });
      this.line += scan.breaks;
      position = scan.end;
    }
    this.text = this.text.slice(position);
    return rows;
  }

  /** One record from here; undefined when its end is not in sight. */
  private record(start: number, final: boolean): Scan | undefined {
    const { text } = this;
    const delimiter = this.delimiter.charCodeAt(0);
    const cells: string[] = [];
    let breaks = 0;
    let fault: RowFault | undefined;
    let position = start;
    for (;;) {
      const behindQuotes = text.charCodeAt(position) === QUOTE ? closing(text, position + 1) : position;
      const end = endOfCell(text, behindQuotes, delimiter);
      if (behindQuotes === -1 || (end === text.length && !final)) return undefined;
      if (behindQuotes === position) {
        cells.push(text.slice(position, end));
      } else {
        const cell = quotedCell(text.slice(position + 1, behindQuotes - 1), text.slice(behindQuotes, end));
        breaks += cell.breaks;
        if (cell.goesOn) fault ??= { reason: 'csv.text-after-quote', cell: columnName(cells.length) };
        cells.push(cell.text);
      }
      if (text.charCodeAt(end) !== delimiter) return this.ended({ cells, breaks, fault }, end, final);
      position = end + 1;
    }
  }

  private ended(scan: Omit<Scan, 'end'>, at: number, final: boolean): Scan | undefined {
    const { text } = this;
    if (at >= text.length) return { ...scan, end: text.length };
    if (text.charCodeAt(at) === LF) return { ...scan, breaks: scan.breaks + 1, end: at + 1 };
    // A CR at the very end of a chunk may be the first half of CRLF.
    if (at + 1 === text.length && !final) return undefined;
    return { ...scan, breaks: scan.breaks + 1, end: at + (text.charCodeAt(at + 1) === LF ? 2 : 1) };
  }

  /** The record's end is too far away: its first line is given up and reading goes on with the next one. */
  private unclosed(start: number, final: boolean): Scan | undefined {
    if (!final && this.text.length - start < LONGEST_RECORD) return undefined;
    const end = endOfCell(this.text, start, -1);
    const cells = this.text.slice(start, end).split(this.delimiter);
    const reason = cells.some((cell) => cell.startsWith('"')) ? 'csv.quote-not-closed' : 'cell.too-long';
    return this.ended({ cells, breaks: 0, fault: { reason, values: { max: LONGEST_RECORD } } }, end, final);
  }
}

function quotedCell(inside: string, after: string): { text: string; breaks: number; goesOn: boolean } {
  return { text: inside.replaceAll('""', '"') + after.trimEnd(), breaks: lineBreaks(inside), goesOn: after.trim() !== '' };
}

/** Position behind the closing quote; -1 when it is not in sight. */
function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at + 1;
  }
  return -1;
}

function endOfCell(text: string, from: number, delimiter: number): number {
  let at = Math.max(0, from);
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) return at;
  }
  return at;
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
