/**
 * What a column holds, seen from the person it is about. none: ids, states, times, figures, words about things; personal: names, addresses,
 * what was said or planned about somebody; sensitive: health, origin, beliefs, national numbers (GDPR 9 and 87); secret: what opens doors.
 */
export const dataClasses = ['none', 'personal', 'sensitive', 'secret'] as const;
export type DataClass = (typeof dataClasses)[number];

/**
 * What becomes of a table's rows when the person whom they are about is erased:
 * - nobody: they are about nobody and stay
 * - erased: deleted
 * - emptied: the row stays, its personal columns are emptied, so that counts of the past stay right
 * - evidence: the row stays as it is, because it holds ids only: proof that the organisation owes to others
 * - passing: work in progress that may name anybody; gone by itself within the days given
 */
export const fates = ['nobody', 'erased', 'emptied', 'evidence', 'passing'] as const;
export type Fate = (typeof fates)[number];

/** Under which heading a person reads of it; the apps have the words. */
export const topics = ['profile', 'account', 'sign-in', 'messages', 'schedule', 'learning', 'trail', 'requests', 'imports', 'organisation', 'machinery'] as const;
export type Topic = (typeof topics)[number];

export interface TableData {
  readonly topic: Topic;
  readonly fate: Fate;
  /** Which rows of `t` are about the person: SQL with his ids (he may have been merged) in $1 and his addresses, in small letters, in $2. */
  readonly about?: string;
  /** Has no organisation of its own and is cleaned all the same when one organisation erases somebody. */
  readonly wherever?: true;
  /**
   * Rows past their rule: `from` (SQL over `t`) is so many days ago, and `when` holds. They are deleted in portions by the daily tick; rows
   * of an "emptied" table are the start of a person's erasure from the organisation instead.
   */
  readonly expires?: {
    readonly from: string;
    readonly days: number;
    readonly when?: string;
    /** Under which name an organisation may choose another number of days, and between which. The table has an organisation. */
    readonly choice?: { readonly name: string; readonly least: number; readonly most: number };
  };
  /** Who deletes what is past its rule where that is not the daily tick. */
  readonly cleaner?: string;
  /** What emptied columns become where null is no answer, and what else is set: SQL by column. */
  readonly empties?: Readonly<Record<string, string>>;
  /** Columns that name somebody else; left out of the person's export. */
  readonly others?: string;
  /** Columns in which anybody may be named: text or jsonb, blotted out after an erasure. */
  readonly quotes?: string;
  /** Added to the person's export, because ids alone tell him nothing: SQL over `t` that gives jsonb or text. */
  readonly shows?: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, DataClass>>;
}

/** The tables of a context with every column. A test compares it with the database: a column without a class fails. */
export type DataCatalogue = Readonly<Record<string, TableData>>;

/** `columns({ none: 'id version', personal: 'name email' })`: names parted by blanks. */
export function columns(classes: Readonly<Partial<Record<DataClass, string>>>): Readonly<Record<string, DataClass>> {
  return Object.fromEntries(dataClasses.flatMap((dataClass) => names(classes[dataClass]).map((column) => [column, dataClass])));
}

export const names = (list = ''): readonly string[] => list.split(/\s+/).filter(Boolean);

/** Rows whose column is the person's id. */
export const of = (column: string): string => `t.${column} = any ($1)`;
