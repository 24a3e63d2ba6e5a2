import { open, stat } from 'node:fs/promises';
import { openCsv } from './csv-table.js';
import { FileRefused, type Table, TableBroken, type TableLimits, tableLimits } from './table.js';
import { openXlsx } from './xlsx-table.js';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** What Excel wrote before 2007, and what it writes still when a password protects the file. */
const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Opens a file of rows, whatever its name says: comma-separated text or an Excel workbook (the sheet named, or the first visible one that is not blank). */
export async function openTable(path: string, options: { readonly sheet?: string; readonly limits?: Partial<TableLimits> } = {}): Promise<Table | FileRefused> {
  const limits = { ...tableLimits, ...options.limits };
  const { size } = await stat(path);
  if (size > limits.bytes) return new FileRefused('file.too-large', { max: limits.bytes });
  const first = await firstBytes(path);
  if (first.subarray(0, 4).equals(COMPOUND_FILE)) return new FileRefused('file.old-excel');
  try {
    return first.subarray(0, 4).equals(ZIP) ? await openXlsx(path, limits, options.sheet) : await openCsv(path, limits);
  } catch (error) {
    if (error instanceof TableBroken) return error.refusal;
    throw error;
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(8);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
