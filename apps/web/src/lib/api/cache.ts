import { cacheExchange } from '@urql/exchange-graphcache';
import { type Exchange } from 'urql';

/** Types without an identity of their own lie inside what they belong to. */
const parts = new Set<string>();

/**
 * Objects with an id are kept once and shown everywhere. What a mutation changes beside its own answer comes back through /events, so
 * lists need no hand-written updates.
 */
export const dataCache = (): Exchange =>
  cacheExchange({
    keys: new Proxy({}, {
      get: (_target, type: string) => (data: { readonly id?: unknown }) => (typeof data.id === 'string' && !parts.has(type) ? data.id : null),
      has: () => true,
    }),
  });
