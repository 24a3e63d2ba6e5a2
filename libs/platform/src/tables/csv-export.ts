/** What a cell of an export may hold. */
export type CellValue = string | number | boolean | Date | null | undefined;

// A spreadsheet takes these for the beginning of a formula, also behind blanks, quotes and control characters, also in full width.
// eslint-disable-next-line no-control-regex
const FORMULA = /^[\s"'\u0000-\u001f]*[=+\-@\t\r\n＝＋－＠]/;

/** Text that a spreadsheet shows and does not calculate: an apostrophe goes before what looks like a formula (case 39). */
export function neutralised(text: string): string {
  return FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe off again, so that our own exports can be read back. */
export function unneutralised(text: string): string {
  return text.startsWith("'") && neutralised(text.slice(1)) === text ? text.slice(1) : text;
}

/** One line of comma-separated text with CRLF (RFC 4180). Numbers stay numbers, instants become ISO 8601. */
export function csvLine(values: readonly CellValue[], delimiter = ','): string {
  return `${values.map((value) => quoted(cellText(value), delimiter)).join(delimiter)}\r\n`;
}

/** Byte order mark at the beginning of an export: without it Excel reads UTF-8 as Windows-1252. */
export const CSV_BEGINNING = '\ufeff';

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? neutralised(value) : String(value);
}

function quoted(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
