import { type FastifyReply, type FastifyRequest } from 'fastify';
import { bearerToken, type Calls } from '../../http/calls.js';
import { failureBody } from '../../http/failures.js';
import { type RegisteredDocuments } from './registered-documents.js';

interface GraphqlBody {
  query?: unknown;
  documentId?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } } & Record<string, unknown>;
}

type Refusal = 'unknown' | undefined;

/**
 * Before Apollo sees a request: puts the text of a registered document in the place of its hash (`documentId` of GraphQL over HTTP, or
 * the `persistedQuery` extension that urql sends), and refuses every other document unless a valid API key sends it.
 */
export function resolveDocument(registered: RegisteredDocuments, calls: Calls) {
  return async (req: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const refusal = req.method === 'GET' ? checkText((req.query as { query?: unknown }).query, registered) : placeText(req.body, registered);
    if (!refusal) return welcome(calls, req, reply);
    const freeHand = registered.open || (bearerToken(req) !== undefined && (await calls.of(req, reply)).actor.kind === 'service');
    if (freeHand && !namesHash(req.body)) return welcome(calls, req, reply);
    return reply.code(400).send(failureBody(req, { code: 'NOT_REGISTERED', message: 'This operation is not registered. Browsers may send only those of the web app.' }));
  };
}

/** Finds out who asks before Apollo starts, so that a database that is away is answered as such. */
async function welcome(calls: Calls, req: FastifyRequest, reply: FastifyReply): Promise<undefined> {
  await calls.of(req, reply);
}

function checkText(text: unknown, registered: RegisteredDocuments): Refusal {
  return typeof text === 'string' && registered.hasText(text) ? undefined : 'unknown';
}

function placeText(payload: unknown, registered: RegisteredDocuments): Refusal {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return 'unknown';
  const body = payload as GraphqlBody;
  const hash = hashIn(body);
  if (hash === undefined) return checkText(body.query, registered);
  const text = registered.find(hash);
  if (text === undefined) return 'unknown';
  body.query = text;
  delete body.documentId;
  delete body.extensions?.persistedQuery;
  return undefined;
}

function hashIn(body: GraphqlBody): string | undefined {
  const hash = body.documentId ?? body.extensions?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
}

/** A hash that nobody knows is refused even to those who may send any text: there is nothing to execute. */
function namesHash(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload) && hashIn(payload) !== undefined;
}
