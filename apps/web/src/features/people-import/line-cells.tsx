import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { type LineFault, type PeopleImport } from './operations';

/** What stands on a faulty line, as in the file; the cell that is wrong stands out. */
export function LineCells({ fault, list }: { readonly fault: LineFault; readonly list: PeopleImport }) {
  const { t } = useLingui();
  const wrong = wrongColumn(fault, list);
  const shown = fault.cells.map((text, column) => ({ text: text.trim(), column })).filter(({ text, column }) => text !== '' || column === wrong);
  if (wrong !== undefined && wrong >= fault.cells.length) shown.push({ text: '', column: wrong });
  return (
    <span className="wrap-anywhere">
      {shown.map(({ text, column }, index) => (
        <Fragment key={column}>
          {index > 0 && <span aria-hidden> · </span>}
          {column === wrong ? <mark className="bg-bad-soft text-ink rounded px-1 font-semibold">{text === '' ? t`(empty)` : text}</mark> : <span title={list.header[column]}>{text}</span>}{' '}
        </Fragment>
      ))}
    </span>
  );
}

/** By the field that is wrong, or by the cell as a spreadsheet names it: "C7". */
function wrongColumn({ field, cell }: LineFault, { columns }: PeopleImport): number | undefined {
  const letters = /^[A-Z]+/.exec(cell ?? '')?.[0];
  if (letters) return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return columns.find((column) => column.field === field)?.column;
}
