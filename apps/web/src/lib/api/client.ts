import { type Client, createClient, type Exchange, fetchExchange, type Operation } from 'urql';
import { map, pipe } from 'wonka';
import { spoken } from '../i18n/i18n';
import { dataCache } from './cache';
import { live } from './live';

interface Registered {
  readonly __meta__?: { readonly hash?: string };
}

/** Sends the hash of a registered document in the place of its text: the server knows the documents of its own build. */
const registeredDocuments: Exchange =
  ({ forward }) =>
  (operations) =>
    forward(pipe(operations, map(withHash)));

function withHash(operation: Operation): Operation {
  if (operation.kind !== 'query' && operation.kind !== 'mutation') return operation;
  const { __meta__: meta } = operation.query as Registered;
  if (!meta?.hash) return operation;
  return { ...operation, extensions: { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: meta.hash } } };
}

function newClient(): Client {
  return createClient({
    url: '/graphql',
    // Apollo takes a GET for an attempt at cross-site forgery.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ credentials: 'same-origin', headers: { 'x-tremplin-client': 'web', 'accept-language': spoken() } }),
    exchanges: [dataCache(), registeredDocuments, fetchExchange],
  });
}

let current: Client | undefined;

/** The client of the person signed in; `forgetAll` starts a new one, so that nobody reads what another one left in the cache. */
export const client = (): Client => (current ??= live(newClient()));

export function forgetAll(): void {
  current = undefined;
}
