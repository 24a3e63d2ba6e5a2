import { type Client, createClient, type Exchange, fetchExchange, makeOperation, type Operation } from 'urql';
import { map, pipe } from 'wonka';
import { spoken } from '../i18n/i18n';
import { dataCache } from './cache';
import { live } from './live';

interface Registered {
  readonly __meta__?: { readonly hash?: string };
}

/** Notes the hash of a registered document before the cache rewrites it… */
const noteHash: Exchange =
  ({ forward }) =>
  (operations) =>
    forward(pipe(operations, map((operation) => makeOperation(operation.kind, operation, { ...operation.context, hash: (operation.query as Registered).__meta__?.hash }))));

/** …and sends it in the place of the text: the server knows the documents of its own build. */
const sendHash: Exchange =
  ({ forward }) =>
  (operations) =>
    forward(pipe(operations, map((operation) => withHash(operation, operation.context.hash))));

function withHash(operation: Operation, hash: unknown): Operation {
  if (typeof hash !== 'string') return operation;
  const extensions: Operation['extensions'] = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: hash.replace(/^sha256:/, '') } };
  return makeOperation(operation.kind, { ...operation, extensions });
}

function newClient(): Client {
  return createClient({
    url: '/graphql',
    // Apollo takes a GET for an attempt at cross-site forgery.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ credentials: 'same-origin', headers: { 'x-tremplin-client': 'web', 'accept-language': spoken() } }),
    exchanges: [noteHash, dataCache(), sendHash, fetchExchange],
  });
}

/** One client a page: signing in and out load the page anew, so that nobody reads what another one left in the cache. */
export const client: Client = live(newClient());
