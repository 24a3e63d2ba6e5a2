import { setTimeout as pause } from 'node:timers/promises';
import { type Log, stopTraces } from '@app/platform';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { Readiness } from './readiness.js';

interface Times {
  /** How long nobody must have asked for anything before the door closes, so that proxies notice and connections end by themselves. */
  readonly grace: number;
  /** From then on the door closes also before somebody who goes on asking. */
  readonly patience: number;
  /** After this the process leaves whatever is unfinished. */
  readonly longest: number;
}

/** Who asks for our health does not ask for anything else. */
const isProbe = (url: string): boolean => url.startsWith('/health') || url.startsWith('/metrics');

/**
 * SIGTERM and SIGINT: not ready any more, every answer ends its connection, requests inside are finished, then the door closes.
 * Closing at once would reset connections on which a request is just arriving; on a machine that is out of breath these come late.
 */
export function stopOnSignals(app: NestFastifyApplication, log: Log, times: Times = { grace: 1_000, patience: 10_000, longest: 25_000 }): void {
  const readiness = app.get(Readiness);
  let stopping = false;
  let lastAsked = 0;
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (req) => {
    if (!isProbe(req.url)) lastAsked = performance.now();
  });
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
    await quiet(() => lastAsked, times);
    await app.close();
    await stopTraces();
    log.info('Stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

async function quiet(lastAsked: () => number, { grace, patience }: Times): Promise<void> {
  const from = performance.now();
  const closesAt = (): number => Math.min(Math.max(from, lastAsked()) + grace, from + patience);
  while (performance.now() < closesAt()) await pause(grace / 4);
}
