import { type Fault } from '@app/platform';

/** One closure as a file names it: whole days, both included. The uid says which one it is when the file comes again. */
export interface FileClosure {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** A line or entry that could not be taken, with the reason; the rest of the file is taken. */
export interface SkippedEntry {
  /** "line 12" of a table, title or uid of a calendar entry. */
  readonly where: string;
  readonly reason: string;
  readonly values?: Fault['values'];
}

export interface ClosureFile {
  readonly closures: readonly FileClosure[];
  readonly skipped: readonly SkippedEntry[];
}

export const LARGEST_FILE = 1_000_000;
const MOST_CLOSURES = 2_000;
const MOST_YEARS = 10;
export const LONGEST_CLOSURE_DAYS = 366;
const LONGEST_NAME = 200;
const DAY = 86_400_000;

/** Takes whatever a reader found; sorts out what no calendar may hold. Field "content" names the file as a whole. */
export function sift(found: readonly (FileClosure & { readonly where: string })[], skipped: readonly SkippedEntry[]): ClosureFile | Fault {
  const good = new Map<string, FileClosure>();
  const bad: SkippedEntry[] = [...skipped];
  for (const { where, ...closure } of found) {
    const reason = wrongWith(closure);
    if (reason) bad.push({ where, reason, values: { max: LONGEST_CLOSURE_DAYS } });
    else good.set(closure.uid, { ...closure, name: cleanName(closure.name) });
  }
  const closures = [...good.values()].sort((a, b) => a.from.localeCompare(b.from));
  return faultOfAll(closures, bad.length) ?? { closures, skipped: bad };
}

function faultOfAll(closures: readonly FileClosure[], skipped: number): Fault | undefined {
  const [first] = closures;
  if (!first) return skipped === 0 ? fault('closures.none') : undefined;
  const last = closures.reduce((latest, each) => (each.to > latest ? each.to : latest), first.to);
  const years = (Date.parse(last) - Date.parse(first.from)) / (365.25 * DAY);
  if (years > MOST_YEARS) return fault('closures.too-far', { first: first.from, last, years: Math.ceil(years), max: MOST_YEARS });
  return closures.length > MOST_CLOSURES ? fault('closures.too-many', { count: closures.length, max: MOST_CLOSURES }) : undefined;
}

export const fault = (reason: string, values?: Fault['values']): Fault => ({ field: 'content', reason, values });

/** What makes a whole file unreadable before anybody looks at its entries. */
export function faultOfContent(content: string): Fault | undefined {
  if (content.length > LARGEST_FILE) return fault('closure-file.too-long', { max: LARGEST_FILE });
  // The replacement character stands where a program read another encoding as UTF-8; a zero byte, where the file is no text.
  if (content.includes('\ufffd') || content.includes('\0')) return fault('closure-file.encoding');
  return content.trim() === '' ? fault('closure-file.empty') : undefined;
}

function wrongWith({ from, to, name }: FileClosure): string | undefined {
  if (name.trim() === '') return 'closure.no-name';
  if (from < '2000-01-01' || to >= '2100-01-01') return 'closure.out-of-bounds';
  if (to < from) return 'closure.reversed';
  return (Date.parse(to) - Date.parse(from)) / DAY > LONGEST_CLOSURE_DAYS ? 'closure.too-long' : undefined;
}

const cleanName = (name: string): string =>
  // eslint-disable-next-line no-control-regex -- line breaks of the file become blanks
  name.normalize('NFC').replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ').trim().slice(0, LONGEST_NAME);
