import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { rateOf, type SinkProcess } from './sink.js';

/**
 * The floor: nodemailer's own pool, with as many connections, the same letter, ready made, and nothing remembered. In a process of its own
 * that starts as cold as our worker does.
 */
export async function bareRate(sink: SinkProcess, count: number): Promise<number> {
  await sink.ask('empty');
  const child = fork(join(import.meta.dirname, 'bare-pool-child.js'), [sink.url, String(count)], { stdio: ['ignore', 2, 2, 'ipc'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The bare pool ended with ${String(code)}.`);
  return rateOf(await sink.received(count));
}
