import { setFlagsFromString } from 'node:v8';

let running = 0;

/**
 * Runs long work over a stream with a small heap. Left alone, V8 lets what is thrown away grow to three times what is kept before it
 * looks; while this work runs it looks early. The figure stands in docs/decisions/frugal-streams.md.
 */
export async function frugally<T>(work: () => Promise<T>): Promise<T> {
  if (running++ === 0) setFlagsFromString('--heap-growing-percent=100');
  try {
    return await work();
  } finally {
    if (--running === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
