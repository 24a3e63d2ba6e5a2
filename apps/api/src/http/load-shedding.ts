import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type FastifyInstance } from 'fastify';
import { failureBody, RETRY_AFTER_SECONDS } from './failures.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered also under load: files that cost next to nothing, without which a page is broken and not just late. */
    neverShed?: boolean;
  }
}

interface LoadLimits {
  /** Requests being answered at the same time; more would only wait for a database connection. */
  readonly mostInFlight: number;
  /** Mean delay of the event loop in milliseconds, measured in each second; one bad second alone (a start, a collection of garbage) is not load. */
  readonly longestDelay: number;
}

const NANO = 1e6;
/** Who watches has to see what is wrong while it is. */
const ALWAYS = /^\/(health\/|metrics(\?|$))/;

/**
 * Answers 503 at once to what could not be answered in time anyway, so that those inside are finished. Health checks, figures
 * for those who watch, and the files of the web app always pass, and event streams, which wait most of the time, are not counted.
 */
export function shedLoad(fastify: FastifyInstance, limits: LoadLimits): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let badSeconds = 0;
  const sampler = setInterval(() => {
    badSeconds = delay.mean / NANO > limits.longestDelay ? badSeconds + 1 : 0;
    delay.reset();
  }, 1_000).unref();
  const inFlight = new WeakSet<object>();
  let count = 0;
  const leave = (req: object): void => {
    if (inFlight.delete(req)) count -= 1;
  };

  fastify.addHook('onRequest', async (req, reply) => {
    if (ALWAYS.test(req.url) || req.routeOptions.config.neverShed) return;
    if (count >= limits.mostInFlight || badSeconds > 1) {
      await reply.code(503).header('retry-after', RETRY_AFTER_SECONDS).send(failureBody(req, { code: 'OVERLOADED', message: 'Too many requests at the moment. Try again in a few seconds.' }));
      return;
    }
    if (req.url.startsWith('/events')) return;
    count += 1;
    inFlight.add(req);
    reply.raw.once('close', () => leave(req));
  });
  fastify.addHook('onSend', async (req) => leave(req));
  fastify.addHook('onClose', async () => {
    clearInterval(sampler);
    delay.disable();
  });
}
