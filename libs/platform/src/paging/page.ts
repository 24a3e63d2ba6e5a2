/** One value of a sort key, as it stands in a cursor. */
export type CursorKey = string | number | boolean | null;

/** What a list read is asked for: how many rows, and after which sort key (the values of its `order by`, the id last). */
export interface PageRequest {
  readonly first: number;
  readonly after?: readonly CursorKey[];
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/** A page out of the rows of a statement with `limit first + 1`: the row too many says that there are more. */
export function pageOf<Row>(rows: readonly Row[], first: number): Page<Row> {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}

const LONGEST_CURSOR = 2_000;

/** An opaque cursor out of a row's sort key. */
export function encodeCursor(key: readonly CursorKey[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key of a cursor; undefined for what `encodeCursor` did not make. */
export function decodeCursor(cursor: string): readonly CursorKey[] | undefined {
  if (cursor.length > LONGEST_CURSOR) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.length > 0 && key.every(isCursorKey) ? key : undefined;
  } catch {
    return undefined;
  }
}

function isCursorKey(value: unknown): value is CursorKey {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
