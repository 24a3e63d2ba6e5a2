import { createHash } from 'node:crypto';

/** What can be tried; each has its own count. */
export type AttemptKind = 'password' | 'code' | 'mail' | 'token';

interface Limit {
  /** Attempts for one account, known or not. */
  readonly account: number;
  /** Attempts from one network: a /32 of IPv4, a /64 of IPv6. A classroom behind one address must fit. */
  readonly network: number;
}

export const ATTEMPT_SPAN_MINUTES = 15;

/**
 * Within fifteen minutes. Good attempts are given back, so the counts are of failures; for mails, which are never given back, of
 * mails. A code has a million values: eight tries a quarter of an hour would take years.
 */
export const attemptLimits: Readonly<Record<AttemptKind, Limit>> = {
  password: { account: 8, network: 50 },
  code: { account: 8, network: 50 },
  mail: { account: 3, network: 60 },
  token: { account: 1_000_000, network: 50 },
};

/** The account's key comes first: it is the one that starts afresh after a good attempt. Addresses are not kept, only their digest. */
export function attemptKeys(kind: AttemptKind, account: string, network: string): readonly [string, string] {
  const digest = createHash('sha256').update(account.trim().toLowerCase()).digest('base64url');
  return [`${kind} account ${digest}`, `${kind} network ${network}`];
}
