/**
 * What a column holds, seen from the person it is about. none: ids, states, figures, words about things; personal: names, addresses,
 * what was said or planned about somebody; sensitive: health, origin, beliefs, national numbers (GDPR 9 and 87); secret: what opens doors.
 */
export const dataClasses = ['none', 'personal', 'sensitive', 'secret'] as const;
export type DataClass = (typeof dataClasses)[number];

/**
 * What becomes of a table's rows when a person is erased, or of themselves:
 * - organisation: no person's; as long as the organisation exists
 * - erased: deleted with the person
 * - emptied: the row stays, its personal columns are emptied, so that counts of the past stay right
 * - evidence: the row stays as it is, and holds ids only: proof of who did what, which the organisation owes to others
 * - passing: work in progress, deleted by itself within the days given
 */
export const retentions = ['organisation', 'erased', 'emptied', 'evidence', 'passing'] as const;
export type Retention = (typeof retentions)[number];

export interface TableData {
  readonly retention: Retention;
  /** Of passing rows: at most so many days. */
  readonly days?: number;
  /** Column that names the person whom the row is about; undefined where it is about nobody. */
  readonly person?: string;
  readonly columns: Readonly<Record<string, DataClass>>;
}

/** Every table of a context with every column. A test compares it with the database: a new column without a class fails. */
export type DataCatalogue = Readonly<Record<string, TableData>>;

/** `columns({ none: 'id version', personal: 'name email' })`: names parted by blanks. */
export function columns(classes: Readonly<Partial<Record<DataClass, string>>>): Readonly<Record<string, DataClass>> {
  return Object.fromEntries(dataClasses.flatMap((dataClass) => (classes[dataClass] ?? '').split(/\s+/).filter(Boolean).map((column) => [column, dataClass])));
}
