import { type Log, maskedUrl } from '@app/platform';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Metrics } from '../rest/metrics.js';

/** Asked for every few seconds by machines: logged only when they fail. */
const QUIET = /^\/(health|metrics|assets)\b/;

/** One line and one observation for every answer; addresses with tokens masked, no bodies, no names. */
export function logRequests(fastify: FastifyInstance, log: Log, metrics: Metrics): void {
  fastify.addHook('onResponse', async (req, reply) => {
    const seconds = reply.elapsedTime / 1_000;
    metrics.observeRequest({ method: req.method, route: req.routeOptions.url ?? 'unknown', status: reply.statusCode }, seconds);
    if (reply.statusCode < 500 && QUIET.test(req.url)) return;
    log.info({ requestId: req.id, method: req.method, url: maskedUrl(req.url), operation: operationOf(req), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'Answered');
  });
}

const OPERATION_NAME = /^\w{1,80}$/;

function operationOf(req: FastifyRequest): string | undefined {
  if (req.routeOptions.url !== '/graphql') return undefined;
  const name = (req.body as { operationName?: unknown } | undefined)?.operationName;
  return typeof name === 'string' && OPERATION_NAME.test(name) ? name : undefined;
}
