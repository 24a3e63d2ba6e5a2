import { type Fault } from '@app/platform';
import { parse } from 'csv-parse/sync';
import { type ClosureFile, fault, faultOfContent, type FileClosure, sift, type SkippedEntry } from './closure-file.js';

const COLUMNS = {
  from: ['start', 'from', 'debut', 'du', 'date', 'van', 'begin', 'start date', 'date de debut', 'von', 'beginn'],
  to: ['end', 'to', 'fin', 'au', 'tot', 'einde', 'end date', 'date de fin', 'bis', 'ende'],
  name: ['name', 'nom', 'intitule', 'libelle', 'naam', 'omschrijving', 'conge', 'vakantie', 'bezeichnung', 'title'],
  uid: ['uid', 'id'],
} as const;
type Column = keyof typeof COLUMNS;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Day first, as in Belgium: 24/12/2026, 24.12.2026. */
const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** Reads a table of closures: columns start, end and name in one of four languages; comma, semicolon or tab; with or without BOM. */
export function readClosureCsv(content: string): ClosureFile | Fault {
  const unreadable = faultOfContent(content);
  if (unreadable) return unreadable;
  const rows = tableOf(content);
  if (!rows) return fault('closure-file.not-a-table');
  const [header = [], ...lines] = rows;
  const at = new Map(Object.keys(COLUMNS).map((column) => [column as Column, header.findIndex((title) => (COLUMNS[column as Column] as readonly string[]).includes(plain(title)))]));
  if (at.get('from') === -1 || at.get('name') === -1) return fault('closure-file.columns', { found: header.join(', ').slice(0, 200) });
  const found: (FileClosure & { where: string })[] = [];
  const skipped: SkippedEntry[] = [];
  lines.forEach((cells, index) => {
    const where = `${index + 2}`;
    const cell = (column: Column): string => cells[at.get(column) ?? -1]?.trim() ?? '';
    const from = dateOf(cell('from'));
    const to = cell('to') === '' ? from : dateOf(cell('to'));
    if (from && to) found.push({ where, from, to, name: cell('name'), uid: cell('uid') || `csv:${from}:${to}:${plain(cell('name'))}` });
    else skipped.push({ where, reason: 'closure.date', values: { date: (from ? cell('to') : cell('from')).slice(0, 40) } });
  });
  return sift(found, skipped);
}

function tableOf(content: string): string[][] | undefined {
  const firstLine = content.slice(0, content.search(/[\r\n]|$/));
  const delimiter = [';', '\t', ','].find((mark) => firstLine.includes(mark)) ?? ',';
  try {
    return parse(content, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch {
    return undefined;
  }
}

/** Lower case without accents, for titles of columns. */
const plain = (title: string): string => title.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

function dateOf(text: string): string | undefined {
  const [, year, month, day] = ISO_DATE.exec(text) ?? dayFirst(text) ?? [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month}-${day}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined;
}

function dayFirst(text: string): readonly string[] | undefined {
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  return day && month && year ? ['', year, month.padStart(2, '0'), day.padStart(2, '0')] : undefined;
}
