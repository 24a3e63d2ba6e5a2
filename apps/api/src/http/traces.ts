import { rootSpan } from '@app/platform';
import { type FastifyInstance } from 'fastify';

/** One span for each request, around all that it causes; health checks and figures are not worth one. */
export function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (req, reply, next) => {
    const route = req.routeOptions.url ?? 'unknown';
    if (/^\/(health|metrics)\b/.test(route)) return next();
    rootSpan({ name: `${req.method} ${route}`, kind: 'server', requestId: req.id, values: { 'http.request.method': req.method, 'http.route': route } }, (end) => {
      reply.raw.once('close', () => end({ 'http.response.status_code': reply.statusCode }));
      next();
    });
  });
}
