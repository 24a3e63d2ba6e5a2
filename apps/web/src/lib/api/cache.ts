import { cacheExchange } from '@urql/exchange-graphcache';
import { type Exchange } from 'urql';

type Keying = (data: Readonly<Record<string, unknown>>) => string | null;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const byId: Keying = (data) => text(data.id);

/** Objects that are the same wherever they are read. All else lies inside what it was read with: a row of a board is another one next week. */
const identities: Readonly<Record<string, Keying>> = {
  Organisation: byId,
  Site: byId,
  Resource: byId,
  Person: (data) => (text(data.organisationId) && text(data.personId) ? `${String(data.organisationId)} ${String(data.personId)}` : null),
};

const part: Keying = () => null;

export const dataCache = (): Exchange =>
  cacheExchange({ keys: new Proxy({ ...identities }, { get: (known, type) => (typeof type === 'string' ? (known[type] ?? part) : undefined) }) });
