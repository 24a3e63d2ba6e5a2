import { AsyncLocalStorage } from 'node:async_hooks';

/** Somebody was told that this took too long: whatever is still under way for him stops, and keeps nothing. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

const signals = new AsyncLocalStorage<AbortSignal>();

/** The signal of the request that is being answered; undefined where nobody waits (jobs, the command line). */
export const deadline = (): AbortSignal | undefined => signals.getStore();

/**
 * Runs `work` with a deadline. When it passes the answer is DeadlinePassed, and all that asks `deadline()` hears it: the database takes no
 * further statement for this work and commits nothing, calls to other servers are broken off.
 */
export async function withDeadline<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const timer = setTimeout(() => stopping.abort(new DeadlinePassed('The request took too long.')), milliseconds);
  const passed = new Promise<never>((_, reject) => stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason as Error), { once: true }));
  try {
    return await Promise.race([signals.run(stopping.signal, work), passed]);
  } finally {
    clearTimeout(timer);
  }
}
