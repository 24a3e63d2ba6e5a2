import { type FastifyInstance } from 'fastify';
import { failureBody } from './failures.js';

/** Header that our own pages send and that a page of another origin cannot add without asking first (and we never say yes). */
export const CLIENT_HEADER = 'x-tremplin-client';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route that takes plain HTML forms of other programs (one-click unsubscribe of mail programs, webhooks): no header asked, forms parsed. */
    foreignForms?: boolean;
    /** A route that is read with GET and leaves a trace (an export in the audit trail): a page of another site cannot make a browser fetch it. */
    leavesTrace?: boolean;
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What browsers say of requests that our own pages or the address bar made; programs say nothing. */
const OURS = new Set(['same-origin', 'none', undefined]);

/**
 * Refuses what another site could make a browser send: everything that may change something, and all of GraphQL, needs our header
 * or an API key. Together with the SameSite cookie this leaves cross-site forms, images and scripts without effect.
 */
export function refuseForeignRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (req, reply) => {
    if (req.routeOptions.config.leavesTrace && !OURS.has(String(req.headers['sec-fetch-site'] ?? '') || undefined)) {
      return reply.code(403).send(failureBody(req, { code: 'FOREIGN_REQUEST', message: 'Open this from a page of ours.' }));
    }
    const harmless = SAFE.has(req.method) && !req.url.startsWith('/graphql');
    const ours = req.headers[CLIENT_HEADER] !== undefined || req.headers.authorization !== undefined;
    if (harmless || ours || req.routeOptions.config.foreignForms) return;
    return reply.code(403).send(failureBody(req, { code: 'FOREIGN_REQUEST', message: `Send the header ${CLIENT_HEADER} with the name of your program.` }));
  });
}
