import { useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { cx } from './cx';
import { IconChevronDown, IconChevronUp } from './icons';

export interface Column<Row> {
  readonly id: string;
  readonly name: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
  /** The cell that names the row: a row header for screen readers, the heading of the card on the phone. */
  readonly main?: boolean;
  readonly sortable?: boolean;
  /** On the phone the column's name stands before the value. */
  readonly named?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly down: boolean;
}

interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly actions?: (row: Row) => ReactNode;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
}

/** A real table: browsers, readers, printers and copy-paste know what to do with it. */
export function Table<Row>({ label, columns, rows, rowKey, actions, sort, onSort }: TableProps<Row>) {
  const { t } = useLingui();
  return (
    <div className="table-wrap">
      <table className="table" data-folds aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
            {actions && (
              <th>
                <span className="seen-by-readers-only">{t`Actions`}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Body key={column.id} column={column} row={row} />
              ))}
              {actions && <td className="cell-actions">{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Body<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  return (
    <td className={cx(column.main && 'cell-main')} data-align={column.align} data-name={column.named ? column.name : undefined}>
      {column.cell(row)}
    </td>
  );
}

function Head<Row>({ column, sort, onSort }: { readonly column: Column<Row>; readonly sort?: Sort; readonly onSort?: (sort: Sort) => void }) {
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" data-align={column.align}>
        {column.name}
      </th>
    );
  }
  const sorted = sort?.by === column.id;
  const down = sorted && sort.down;
  return (
    <th scope="col" data-align={column.align} aria-sort={sorted ? (down ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sort-button" onClick={() => onSort({ by: column.id, down: sorted && !down })}>
        {column.name}
        {sorted && (down ? <IconChevronDown aria-hidden /> : <IconChevronUp aria-hidden />)}
      </button>
    </th>
  );
}
