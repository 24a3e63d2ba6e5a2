import { type ServerResponse } from 'node:http';
import { type Actor } from '@app/platform';
import { isWished, type LiveChange, mayHear } from './live-change.js';

/** Bytes that a slow reader may leave unread before its stream is ended; the browser opens a new one by itself. */
const MOST_UNREAD = 65_536;
const RECONNECT_AFTER = 3_000;

type EventName = 'hello' | 'change' | 'resync' | 'bye';

/** One open event stream of one browser. */
export class LiveStream {
  private open = true;

  constructor(
    private readonly response: ServerResponse,
    /** The rights of the last check. */
    public actor: Actor,
    private readonly wishes: ReadonlySet<string>,
  ) {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' });
    this.write(`retry: ${RECONNECT_AFTER}\n`);
    this.send('hello', {});
  }

  get isOpen(): boolean {
    return this.open && !this.response.destroyed;
  }

  onClose(listener: () => void): void {
    this.response.once('close', listener);
  }

  tell({ personId: _, attendees: __, ...change }: LiveChange): void {
    this.send('change', change);
  }

  hears(change: LiveChange): boolean {
    return isWished(this.wishes, change) && mayHear(this.actor, change);
  }

  /** Something may have been missed: the page reads again what it shows. */
  resync(): void {
    this.send('resync', {});
  }

  /** Keeps proxies from ending what is silent. */
  ping(): void {
    this.write(': still here\n\n');
  }

  end(reason: 'signed-out' | 'stopping' | 'too-many'): void {
    if (!this.isOpen) return;
    this.send('bye', { reason });
    this.open = false;
    this.response.end();
  }

  private send(event: EventName, data: object): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private write(text: string): void {
    if (!this.isOpen) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_UNREAD) {
      this.open = false;
      this.response.destroy();
    }
  }
}
