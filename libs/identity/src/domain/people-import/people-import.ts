import { type ColumnMapping, type Language, type Role } from '@app/platform';
import { type ImportField } from './import-fields.js';

/** uploaded: waits for somebody to say how; waiting: for a worker; the last three are over. */
export const importStates = ['uploaded', 'waiting', 'running', 'done', 'cancelled', 'refused'] as const;
export type ImportState = (typeof importStates)[number];

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
}
