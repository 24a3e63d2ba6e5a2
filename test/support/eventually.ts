import { setTimeout as pause } from 'node:timers/promises';

/** Tries again until it holds; throws what was wrong at last. For what another process does in its own time. */
export async function eventually<T>(check: () => Promise<T> | T, seconds = 30): Promise<T> {
  const last = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > last) throw error;
      await pause(100);
    }
  }
}
