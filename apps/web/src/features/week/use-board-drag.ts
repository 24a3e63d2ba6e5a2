import { type MouseEvent, type PointerEvent, useRef } from 'react';

export interface DragHands {
  readonly onLift: (entryId: string) => void;
  readonly onOver: (resourceId: string, day: string) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}

interface Held {
  readonly entryId: string;
  readonly x: number;
  readonly y: number;
  pulled: boolean;
  over: string;
}

/** So far a hand trembles while it clicks. */
const tremble = 6;

/**
 * A mouse moves a booking by pulling it over the board: the same lifting as by keyboard. Fingers use the form, because the same gesture
 * scrolls there. What listens is the board itself, so bars need no handlers of their own.
 */
export function useBoardDrag({ onLift, onOver, onDrop, onCancel }: DragHands) {
  const held = useRef<Held | null>(null);
  const swallowsClick = useRef(false);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('.week-bar[data-entry]') : null;
    const entryId = bar?.dataset.entry;
    if (event.pointerType !== 'mouse' || event.button !== 0 || entryId === undefined) return;
    held.current = { entryId, x: event.clientX, y: event.clientY, pulled: false, over: '' };
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
    const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-cell]')?.dataset.cell;
    if (cell === undefined || cell === hand.over) return;
    hand.over = cell;
    const [resourceId = '', day = ''] = cell.split(' ');
    onOver(resourceId, day);
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
