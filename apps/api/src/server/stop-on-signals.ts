import { setTimeout as pause } from 'node:timers/promises';
import { type Log, stopTraces } from '@app/platform';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { Readiness } from './readiness.js';

interface Times {
  /** How long requests are still taken after the signal, so that proxies notice and connections end by themselves. */
  readonly grace: number;
  /** After this the process leaves whatever is unfinished. */
  readonly longest: number;
}

/**
 * SIGTERM and SIGINT: not ready any more, every answer ends its connection, requests inside are finished, then the door closes.
 * Closing at once would reset connections on which a request is just arriving.
 */
export function stopOnSignals(app: NestFastifyApplication, log: Log, times: Times = { grace: 1_000, longest: 25_000 }): void {
  const readiness = app.get(Readiness);
  let stopping = false;
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (_req, reply) => {
    if (stopping) void reply.header('connection', 'close');
  });
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping');
    readiness.leave();
    setTimeout(() => {
      log.error('Requests were still running when the time to stop was over');
      process.exit(1);
    }, times.longest).unref();
    await pause(times.grace);
    await app.close();
    await stopTraces();
    log.info('Stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
