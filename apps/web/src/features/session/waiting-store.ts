import { WAITING } from '~/lib/waiting';
import { isEmpty, type WaitingMarks } from './waiting-marks';

type Listener = () => void;

/** The marks that wait, on this device: they outlive the page. Where a browser keeps nothing, they live as long as the page. */
class WaitingStore {
  private readonly texts = new Map<string, string>();
  private readonly parsed = new Map<string, { readonly text: string; readonly value: WaitingMarks }>();
  private readonly listeners = new Set<Listener>();

  readonly keyOf = (personId: string, sessionId: string): string => `${WAITING}${personId} ${sessionId}`;

  /** Keys of all sessions of a person about which something is kept. */
  keysOf(personId: string): readonly string[] {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${WAITING}${personId} `));
  }

  /** The same object until something changes. */
  readonly read = (key: string): WaitingMarks | undefined => {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const known = this.parsed.get(key);
    if (known?.text === text) return known.value;
    const value = JSON.parse(text) as WaitingMarks;
    this.parsed.set(key, { text, value });
    return value;
  };

  write(key: string, value: WaitingMarks): void {
    if (isEmpty(value)) this.remove(key);
    else this.keep(key, JSON.stringify(value));
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    // Another tab of this browser wrote.
    addEventListener('storage', listener);
    return () => {
      this.listeners.delete(listener);
      removeEventListener('storage', listener);
    };
  };

  private text(key: string): string | undefined {
    try {
      return localStorage.getItem(key) ?? this.texts.get(key);
    } catch {
      return this.texts.get(key);
    }
  }

  private keep(key: string, text: string): void {
    try {
      localStorage.setItem(key, text);
      this.texts.delete(key);
    } catch {
      this.texts.set(key, text);
    }
  }

  private remove(key: string): void {
    this.texts.delete(key);
    localStorage.removeItem(key);
  }
}

export const waitingStore = new WaitingStore();
