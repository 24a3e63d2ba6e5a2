import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { type Step } from './model';

const arrows: Readonly<Record<string, Step>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

export interface BoardKeys {
  /** True while a booking is lifted: then the arrows move it instead of the focus. */
  readonly lifting: boolean;
  readonly onLift: (entryId: string) => void;
  readonly onStep: (step: Step) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
  readonly onPage: (weeks: 1 | -1) => void;
}

const offsets: Readonly<Record<Step, { readonly column: number; readonly row: number }>> = {
  left: { column: -1, row: 0 },
  right: { column: 1, row: 0 },
  up: { column: 0, row: -1 },
  down: { column: 0, row: 1 },
  earlier: { column: 0, row: 0 },
  later: { column: 0, row: 0 },
};

const stopsIn = (cell: Element): HTMLElement[] => [...cell.querySelectorAll<HTMLElement>('[data-stop]')];

/** Where the focus goes: within the cell up and down, else to the cell beside it. Rows end at their ends. */
function nextStop(grid: HTMLElement | null, days: number, towards: Step): HTMLElement | undefined {
  const cells = [...(grid?.querySelectorAll<HTMLElement>('[role="gridcell"]') ?? [])];
  const here = cells.findIndex((cell) => cell.contains(document.activeElement));
  const cell = cells[here];
  if (!cell) return undefined;
  const { column, row } = offsets[towards];
  const stops = stopsIn(cell);
  const within = row === 0 ? undefined : stops[stops.findIndex((stop) => stop === document.activeElement) + row];
  if (within) return within;
  const leavesRow = column !== 0 && Math.floor(here / days) !== Math.floor((here + column) / days);
  const next = leavesRow ? undefined : cells[here + column + row * days];
  return next && stopsIn(next).at(towards === 'up' ? -1 : 0);
}

/** Where a booking that moved stands now, and with it the focus that it had; else the first stop. */
function successor(gone: HTMLElement | null, stops: readonly HTMLElement[]): HTMLElement | null {
  const group = gone?.dataset.group;
  const again = group === undefined ? undefined : stops.find((stop) => stop.dataset.group === group);
  if (document.activeElement === document.body) again?.focus();
  return again ?? stops[0] ?? null;
}

/** One tab stop for the whole board; the arrows walk over bookings and free places, Space lifts, Enter opens. */
export function useBoardKeys(grid: RefObject<HTMLDivElement | null>, days: number, keys: BoardKeys) {
  const current = useRef<HTMLElement | null>(null);

  const focus = useCallback((stop: HTMLElement | undefined) => {
    if (!stop) return;
    current.current?.setAttribute('tabindex', '-1');
    stop.setAttribute('tabindex', '0');
    current.current = stop;
    stop.focus();
    stop.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);

  // After every render the stop may be gone (a booking moved away): then the first one takes over, so that Tab always finds the board.
  useLayoutEffect(() => {
    const stops = grid.current ? stopsIn(grid.current) : [];
    if (!current.current || !stops.includes(current.current)) current.current = successor(current.current, stops);
    current.current?.setAttribute('tabindex', '0');
  });

  const walk = (towards: Step): void => focus(nextStop(grid.current, days, towards));

  const lifted = (event: KeyboardEvent): boolean => {
    const arrow = arrows[event.key];
    if (arrow) keys.onStep(event.shiftKey && arrow === 'left' ? 'earlier' : event.shiftKey && arrow === 'right' ? 'later' : arrow);
    else if (event.key === 'Enter' || event.key === ' ') keys.onDrop();
    else if (event.key === 'Escape') keys.onCancel();
    else return event.key !== 'Tab';
    return true;
  };

  const walking = (event: KeyboardEvent): boolean => {
    const arrow = arrows[event.key];
    const entry = event.target instanceof HTMLElement ? event.target.dataset.entry : undefined;
    if (arrow) walk(arrow);
    else if (event.key === ' ' && entry) keys.onLift(entry);
    else if (event.key === 'PageDown') keys.onPage(1);
    else if (event.key === 'PageUp') keys.onPage(-1);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (keys.lifting ? lifted(event) : walking(event)) event.preventDefault();
  };
  const onFocus = (event: { readonly target: EventTarget }): void => {
    if (event.target instanceof HTMLElement && event.target.dataset.stop !== undefined && event.target !== current.current) {
      current.current?.setAttribute('tabindex', '-1');
      event.target.setAttribute('tabindex', '0');
      current.current = event.target;
    }
  };
  return { onKeyDown, onFocus };
}
