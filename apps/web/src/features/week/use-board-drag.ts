import { type MouseEvent, type PointerEvent, useRef } from 'react';

/** A cell under the hand. */
export interface Over {
  readonly resourceId: string;
  readonly day: string;
  /** How much of the cell's width the hand went to the right of where it took hold; null where the time of day stays. */
  readonly share: number | null;
}

export interface DragHands {
  readonly onLift: (entryId: string) => void;
  readonly onOver: (over: Over) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}

interface Held {
  readonly entryId: string;
  readonly x: number;
  readonly y: number;
  /** The cell it was taken from, and where in its width. */
  readonly cell: HTMLElement | null;
  readonly share: number;
  pulled: boolean;
}

/** So far a hand trembles while it clicks. */
const tremble = 6;

/**
 * A mouse moves a booking by pulling it over the board: the same lifting as by keyboard. Within its own cell the time of day follows the
 * hand; over another day or row it stays, and follows with Shift, as by keyboard. Fingers use the form, because the same gesture
 * scrolls there. What listens is the board itself, so bars need no handlers of their own.
 */
export function useBoardDrag({ onLift, onOver, onDrop, onCancel }: DragHands) {
  const held = useRef<Held | null>(null);
  const swallowsClick = useRef(false);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('.week-bar[data-entry]') : null;
    const entryId = bar?.dataset.entry;
    if (!bar || event.pointerType !== 'mouse' || event.button !== 0 || entryId === undefined) return;
    const cell = bar.closest<HTMLElement>('[data-cell]');
    held.current = { entryId, x: event.clientX, y: event.clientY, cell, share: shareOf(cell, event), pulled: false };
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const hand = held.current;
    if (!hand) return;
    if (!hand.pulled) {
      if (Math.hypot(event.clientX - hand.x, event.clientY - hand.y) < tremble) return;
      hand.pulled = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      return onLift(hand.entryId);
    }
    const over = overAt(event, hand);
    if (over) onOver(over);
  };

  const letGo = (finish: () => void): void => {
    const pulled = held.current?.pulled;
    held.current = null;
    if (!pulled) return;
    // The click that ends a drag opens nothing; the next one, or Enter, does again.
    swallowsClick.current = true;
    setTimeout(() => (swallowsClick.current = false));
    finish();
  };

  const onClickCapture = (event: MouseEvent): void => {
    if (swallowsClick.current) event.stopPropagation();
  };

  return { onPointerDown, onPointerMove, onPointerUp: () => letGo(onDrop), onPointerCancel: () => letGo(onCancel), onClickCapture };
}

/** Where in the width of a cell the hand is: 0 at its left edge, 1 at its right. */
function shareOf(cell: HTMLElement | null, { clientX }: PointerEvent): number {
  const box = cell?.getBoundingClientRect();
  return box ? (clientX - box.left) / box.width : 0;
}

function overAt(event: PointerEvent, hand: Held): Over | null {
  const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-cell]');
  if (!cell) return null;
  const [resourceId = '', day = ''] = cell.dataset.cell?.split(' ') ?? [];
  const turns = cell === hand.cell || event.shiftKey;
  return { resourceId, day, share: turns ? shareOf(cell, event) - hand.share : null };
}
