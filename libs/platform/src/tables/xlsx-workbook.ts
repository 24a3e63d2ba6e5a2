import { posix } from 'node:path';
import { FileRefused, TableBroken, type TableLimits } from './table.js';
import { readXml } from './xml-stream.js';
import { broken, type ZipArchive } from './zip-archive.js';

/** Formats that Excel itself knows and that show a date or a time (ECMA-376 18.8.30). */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

export interface Sheet {
  readonly name: string;
  readonly part: string;
}

/** What the cells of a sheet refer to. */
export interface Workbook {
  readonly sheet: Sheet;
  /** Names of all visible sheets. */
  readonly sheets: readonly string[];
  readonly sharedTexts: readonly string[];
  /** By style number: whether a number is shown as a date. */
  readonly dateStyles: readonly boolean[];
  /** Dates count from 1904 instead of 1900 (old files of Excel for Mac). */
  readonly from1904: boolean;
}

/** Reads the parts around each sheet that may be meant: the one named, or all visible ones in their order. */
export async function readWorkbooks(archive: ZipArchive, limits: TableLimits, wanted?: string): Promise<readonly Workbook[]> {
  if (!archive.has('xl/workbook.xml')) throw broken('file.not-xlsx');
  const { sheets, from1904 } = await readSheets(archive);
  const names = sheets.map(({ name }) => name);
  const meant = wanted === undefined ? sheets : sheets.filter(({ name }) => name === wanted).slice(0, 1);
  if (meant.length === 0) throw new TableBroken(new FileRefused('sheet.unknown', { sheet: wanted ?? '', sheets: names.join(', ') }, names));
  const around = { sheets: names, from1904, sharedTexts: await readSharedTexts(archive, limits), dateStyles: await readDateStyles(archive) };
  return meant.map((sheet) => ({ ...around, sheet }));
}

async function readSheets(archive: ZipArchive): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await readXml(await archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXml(await archive.read('xl/workbook.xml'), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      const part = targets.get(attributes['r:id'] ?? '');
      if (tag === 'sheet' && part && (attributes['state'] ?? 'visible') === 'visible') sheets.push({ name: attributes['name'] ?? '', part });
    },
  });
  return { sheets, from1904 };
}

/** Texts lie in memory, because cells refer to them in any order; the limit of their part is the limit of that memory. */
async function readSharedTexts(archive: ZipArchive, limits: TableLimits): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return texts;
  let current = '';
  let inText = false;
  // Reading aids for Japanese (rPh) stand beside the text and are no part of it.
  let aside = false;
  await readXml(await archive.read('xl/sharedStrings.xml', limits.sharedTexts), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') aside = true;
      inText = name === 't';
    },
    text: (text) => {
      if (inText && !aside) current += text;
    },
    close: (name) => {
      if (name === 'si') texts.push(current);
      if (name === 'rPh') aside = false;
      inText = false;
    },
  });
  return texts;
}

async function readDateStyles(archive: ZipArchive): Promise<readonly boolean[]> {
  const styles: boolean[] = [];
  if (!archive.has('xl/styles.xml')) return styles;
  const own = new Map<number, boolean>();
  let inCellFormats = false;
  await readXml(await archive.read('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt') own.set(Number(numFmtId), showsDate(formatCode ?? ''));
      if (name === 'xf' && inCellFormats) styles.push(own.get(Number(numFmtId)) ?? DATE_FORMATS.has(Number(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

/** Whether a format's code has a part of a date outside of quotes, brackets and escapes. */
function showsDate(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ''));
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
