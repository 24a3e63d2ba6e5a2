import { type ColumnMapping, type Language, type Role } from '@app/platform';
import { type ImportField } from './import-fields.js';

/** uploaded: waits for somebody to say how; waiting: for a worker; the last three are over. */
export const importStates = ['uploaded', 'waiting', 'running', 'done', 'cancelled', 'refused'] as const;
export type ImportState = (typeof importStates)[number];

/** A list can be started once for real, and be tried before as often as one likes. */
export function isOpen({ state, dryRun }: { readonly state: ImportState; readonly dryRun: boolean }): boolean {
  return state === 'uploaded' || (dryRun && state !== 'running' && state !== 'waiting');
}

/** How a list is to be read; decided and checked when the import is started, because a worker has every right and nobody's judgement. */
export interface ImportWishes {
  readonly mapping: ColumnMapping<ImportField>;
  /** Roles of people whose row names none. */
  readonly roles: readonly Role[];
  /** Roles that a row may name: those that whoever started the import may grant. */
  readonly grantable: readonly Role[];
  /** Ask the new people by mail. */
  readonly invite: boolean;
  /** Of people whose row names none. */
  readonly language?: Language;
  readonly siteId?: string;
  /** Where the people go besides the centre: a cohort. */
  readonly target?: { readonly kind: string; readonly id: string };
}

/** Something wrong with a line; stands in the list of faults that the person who imports reads. */
export interface LineFault {
  readonly line: number;
  readonly reason: string;
  readonly field?: string;
  readonly cell?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** What stands on the line, in the order of the columns: so that whoever mends it needs not search the file. */
  readonly cells?: readonly string[];
}

const MOST_OF_CELL = 200;
const MOST_OF_LINE = 4_000;

/** The cells of a line as a fault keeps them: long ones cut, and none beyond what somebody would read. */
export function keptCells(cells: readonly string[]): readonly string[] {
  let room = MOST_OF_LINE;
  const kept = cells.map((cell) => {
    const most = Math.min(MOST_OF_CELL, room);
    const text = cell.length > most ? `${[...cell.slice(0, most)].slice(0, -1).join('')}…` : cell;
    room = Math.max(0, room - text.length);
    return most === 0 ? '' : text;
  });
  return kept.slice(0, kept.findLastIndex((cell) => cell !== '') + 1);
}
