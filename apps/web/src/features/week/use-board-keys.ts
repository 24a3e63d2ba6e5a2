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

const stopsIn = (cell: Element): HTMLElement[] => [...cell.querySelectorAll<HTMLElement>('[data-stop]')];

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
    if (current.current && stops.includes(current.current)) current.current.setAttribute('tabindex', '0');
    else {
      current.current = stops[0] ?? null;
      current.current?.setAttribute('tabindex', '0');
    }
  });

  const walk = (towards: Step): void => {
    const cells = [...(grid.current?.querySelectorAll('[role="gridcell"]') ?? [])];
    const active = document.activeElement;
    const here = cells.findIndex((cell) => cell.contains(active));
    const cell = cells[here];
    if (!cell || !(active instanceof HTMLElement)) return;
    const stops = stopsIn(cell);
    const place = stops.indexOf(active);
    if (towards === 'down' && place < stops.length - 1) return focus(stops[place + 1]);
    if (towards === 'up' && place > 0) return focus(stops[place - 1]);
    const offsets: Readonly<Record<Step, number>> = { left: -1, right: 1, up: -days, down: days, earlier: 0, later: 0 };
    const staysInRow = towards === 'up' || towards === 'down' || Math.floor(here / days) === Math.floor((here + offsets[towards]) / days);
    const next = staysInRow ? cells[here + offsets[towards]] : undefined;
    if (next) focus(towards === 'up' ? stopsIn(next).at(-1) : stopsIn(next)[0]);
  };

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
