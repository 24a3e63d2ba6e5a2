import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties, useRef } from 'react';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Cell, type Ghost } from './cell';
import { type BoardCell, type BoardEntry, type BoardResource, type Hours, type Move, type PackedRow } from './model';
import { useBoardDrag } from './use-board-drag';
import { useBoardKeys } from './use-board-keys';
import { useLift } from './use-lift';

interface BoardProps {
  readonly label: string;
  readonly rows: readonly PackedRow[];
  readonly days: readonly string[];
  readonly today: string;
  readonly hours: Hours;
  readonly mayChange: boolean;
  readonly onOpen: (entry: BoardEntry) => void;
  readonly onBook: (cell: BoardCell) => void;
  readonly onMove: (move: Move) => void;
  readonly onPage: (weeks: 1 | -1) => void;
}

/** Resources as rows, days as columns. Its list twin says the same in reading order. */
export function Board({ label, rows, days, today, hours, mayChange, onOpen, onBook, onMove, onPage }: BoardProps) {
  const { t } = useLingui();
  const times = useTimes();
  const grid = useRef<HTMLDivElement>(null);
  const { lifted, target, said, lift, move, hover, drop, cancel } = useLift(rows, days, { hours, onMove });
  const keys = useBoardKeys(grid, days.length, { lifting: lifted !== null, onLift: lift, onStep: move, onDrop: drop, onCancel: cancel, onPage });
  const drag = useBoardDrag({ onLift: lift, onOver: hover, onDrop: drop, onCancel: cancel });
  const ghostIn = (cell: BoardCell): Ghost | null =>
    lifted && target && target.resourceId === cell.resourceId && target.day === cell.day
      ? { title: lifted.entry.title, from: target.from, until: target.until, rival: target.rivals[0]?.title ?? null }
      : null;
  return (
    <div className="week-scroll" style={{ '--days': days.length } as CSSProperties}>
      <div ref={grid} className="week" role="grid" aria-label={label} aria-describedby="week-keys" data-lifting={lifted !== null || undefined} {...keys} {...(mayChange ? drag : {})}>
        <div role="row">
          <div role="columnheader" className="week-corner">
            <Trans>Rooms and people</Trans>
          </div>
          {days.map((day) => (
            <div key={day} role="columnheader" className="week-day" data-today={day === today || undefined}>
              {capitalised(times.shortDay(day))}
              {day === today && (
                <small>
                  {' '}
                  <Trans>today</Trans>
                </small>
              )}
            </div>
          ))}
        </div>
        {rows.map((row) => (
          <div key={row.resource.id} role="row">
            <div role="rowheader" className="week-name">
              <b>{row.resource.name}</b>
              <small>{row.resource.detail}</small>
            </div>
            {row.cells.map((cell) => (
              <Cell
                key={cell.day}
                cell={cell}
                hours={hours}
                today={cell.day === today}
                place={placeOf(row.resource, times.day(cell.day))}
                mayChange={mayChange}
                liftedGroup={lifted?.entry.groupId ?? null}
                ghost={ghostIn(cell)}
                onOpen={onOpen}
                onBook={onBook}
              />
            ))}
          </div>
        ))}
      </div>
      <p id="week-keys" className="seen-by-readers-only">
        {t`Arrows move through the board, Enter opens, Space picks up a booking to move it.`}
      </p>
      <p aria-live="assertive" className="seen-by-readers-only">
        {said}
      </p>
    </div>
  );
}

const placeOf = (resource: BoardResource, day: string): string => `${resource.name}, ${day}`;
