import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

interface Shortcuts {
  readonly onPalette: () => void;
  readonly onKeys: () => void;
}

/** "g" then a letter goes somewhere; single letters never fire while somebody types. */
const destinations = { h: '/', w: '/week', p: '/people', o: '/organisation', n: '/notices', m: '/me' } as const;
const isDestination = (key: string): key is keyof typeof destinations => key in destinations;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role="dialog"], [role="spinbutton"], [role="grid"]') !== null);
}

export function useShortcuts({ onPalette, onKeys }: Shortcuts): void {
  const navigate = useNavigate();
  const leader = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const withModifier = event.ctrlKey || event.metaKey;
      if (withModifier && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onPalette();
      } else if (!withModifier && !event.altKey && !isTyping(event.target)) letter(event);
    };
    const letter = (event: KeyboardEvent): void => {
      if (event.key === '?') onKeys();
      else if (event.key === 'g') leader.current = event.timeStamp;
      else if (event.timeStamp - leader.current < 1_200 && isDestination(event.key)) {
        leader.current = 0;
        void navigate({ to: destinations[event.key] });
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate, onKeys, onPalette]);
}
