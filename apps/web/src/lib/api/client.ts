import { type Client, createClient, type Exchange, fetchExchange, makeOperation, mapExchange, type Operation } from 'urql';
import { map, pipe } from 'wonka';
import { dataCache } from './cache';
import { leaveIfSignedOut } from './failure';
import { inTurn } from './in-turn';
import { live } from './live';
import { address, hashOf, headers } from './send';

/** Notes the hash of a registered document before the cache rewrites it… */
const noteHash: Exchange =
  ({ forward }) =>
  (operations) =>
    forward(pipe(operations, map((operation) => makeOperation(operation.kind, operation, { ...operation.context, hash: hashOf(operation.query) }))));

/** …and sends it in the place of the text: the server knows the documents of its own build. */
const sendHash: Exchange =
  ({ forward }) =>
  (operations) =>
    forward(pipe(operations, map((operation) => withHash(operation, operation.context.hash))));

function withHash(operation: Operation, hash: unknown): Operation {
  if (typeof hash !== 'string' || import.meta.env.DEV) return operation;
  const extensions: Operation['extensions'] = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: hash } };
  return makeOperation(operation.kind, { ...operation, extensions });
}

function newClient(): Client {
  return createClient({
    url: address,
    // Apollo takes a GET for an attempt at cross-site forgery.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ credentials: 'same-origin', headers: headers() }),
    exchanges: [noteHash, mapExchange({ onError: (error) => leaveIfSignedOut(error.graphQLErrors[0]?.extensions.code) }), dataCache(), sendHash, inTurn, fetchExchange],
  });
}

/** One client a page: signing in and out load the page anew, so that nobody reads what another one left in the cache. */
export const client: Client = live(newClient());
