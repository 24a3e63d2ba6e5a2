/** The one row that a statement with `returning` has to answer. */
export function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('The database answered no row for one that was written.');
  return row;
}
