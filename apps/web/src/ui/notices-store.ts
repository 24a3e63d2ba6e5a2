import { type Tone } from './feedback';

export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly at: Date;
  /** Undo, mostly. It stays possible in the list of notices too. */
  readonly action?: { readonly name: string; readonly run: () => void };
}

type Listener = () => void;

/** What the app just said. Toasts pass; the list keeps the last fifty so that they can be read again. */
class Notices {
  private all: readonly Notice[] = [];
  private visible: readonly Notice[] = [];
  private next = 1;
  private readonly listeners = new Set<Listener>();

  say(notice: Omit<Notice, 'id' | 'at'>): number {
    const entry: Notice = { ...notice, id: this.next++, at: new Date() };
    this.all = [entry, ...this.all].slice(0, 50);
    this.visible = [...this.visible, entry].slice(-3);
    this.tell();
    return entry.id;
  }

  hide(id: number): void {
    this.visible = this.visible.filter((notice) => notice.id !== id);
    this.tell();
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly said = (): readonly Notice[] => this.all;
  readonly shown = (): readonly Notice[] => this.visible;

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const notices = new Notices();
