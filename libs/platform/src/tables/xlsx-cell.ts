import { type Workbook } from './xlsx-workbook.js';

/** A cell as it stands in the sheet's XML. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly hasFormula: boolean;
}

/** A cell's text as a person reads it, or why it has none. Formulas count with the value that the spreadsheet saved. */
export function cellText(cell: RawCell, workbook: Workbook): string | { readonly reason: string } {
  if (cell.type === 'e') return { reason: 'cell.error' };
  if (cell.hasFormula && cell.value === '') return { reason: 'cell.formula-without-value' };
  if (cell.type === 's') return workbook.sharedTexts[Number(cell.value)] ?? { reason: 'cell.error' };
  return cell.type === 'n' ? figureText(cell, workbook) : plainText(cell);
}

function plainText({ type, value }: RawCell): string {
  if (type === 'b') return value === '1' ? 'true' : 'false';
  return unescaped(value);
}

function figureText({ value, style }: RawCell, workbook: Workbook): string {
  if (value === '') return '';
  return workbook.dateStyles[style] ? dateText(Number(value), workbook.from1904) : numberText(Number(value));
}

/** 4.7012345600000001E8 is the telephone number 470123456. */
function numberText(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString();
  return String(Number(number.toPrecision(15)));
}

const DAY = 86_400_000;

/** Serial days as ISO date, with the time where there is one. Day 60 of the 1900 system, 29 February 1900, never was. */
function dateText(serial: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const instant = new Date(epoch + Math.round((serial * DAY) / 1_000) * 1_000);
  if (Number.isNaN(instant.getTime())) return String(serial);
  const [date = '', time = ''] = instant.toISOString().split('T');
  if (serial < 1) return time.slice(0, 5);
  return Number.isInteger(serial) ? date : `${date} ${time.slice(0, 5)}`;
}

/** _x000D_ stands for a character that XML cannot hold. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}
