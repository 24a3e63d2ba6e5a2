import { type Actor, type Fault } from '@app/platform';
import { textFaults } from './entered-text.js';

/** Roles that a program may act in; nobody learns, trains or coaches as a program. */
export const serviceRoles = ['manager', 'coordinator', 'observer'] as const;
export type ServiceRole = (typeof serviceRoles)[number];

export interface ApiKeyFacts {
  readonly name: string;
  readonly role: ServiceRole;
  /** What the program may call at all, as "rooms.write"; the role's own limits hold beside. */
  readonly scopes: readonly string[];
  readonly expiresAt?: Date | null;
}

const LONGEST_NAME = 100;
const MOST_SCOPES = 50;
const SCOPE = /^[a-z]+(-[a-z]+)*\.(read|write)$/;

/** Every fault of a new key. Reasons: value.missing, text.one-line, text.too-long, value.unknown, list.too-short, list.too-long, instant.past. */
export function apiKeyFaults(facts: ApiKeyFacts, now: Date): readonly Fault[] {
  const { scopes, expiresAt } = facts;
  return [
    ...textFaults(facts.name, { field: 'name', max: LONGEST_NAME, required: true }),
    ...(serviceRoles.includes(facts.role) ? [] : [{ field: 'role', reason: 'value.unknown' }]),
    ...(scopes.length === 0 ? [{ field: 'scopes', reason: 'list.too-short', values: { min: 1 } }] : []),
    ...(scopes.length > MOST_SCOPES ? [{ field: 'scopes', reason: 'list.too-long', values: { max: MOST_SCOPES } }] : []),
    ...scopes.flatMap((scope, index) => (SCOPE.test(scope) ? [] : [{ field: `scopes.${index}`, reason: 'value.unknown' }])),
    ...(expiresAt && expiresAt <= now ? [{ field: 'expiresAt', reason: 'instant.past' }] : []),
  ];
}

/** Keys open the organisation to programs: its managers make, see and revoke them, in person and not by another key. */
export const mayManageApiKeys = (actor: Actor, organisationId: string): boolean => actor.kind === 'person' && actor.isMemberOf(organisationId, 'manager');

const PREFIX = 'tremplin_';
const SHOWN = PREFIX.length + 4;

/** What a person copies: a prefix that secret scanners know, then the random part. */
export const keyText = (token: string): string => `${PREFIX}${token}`;

/** The random part of a key that somebody sent; undefined for what was never one of ours. */
export function tokenOfKey(key: string): string | undefined {
  const token = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** The beginning of a key, by which people tell keys apart in a list. */
export const beginningOf = (key: string): string => key.slice(0, SHOWN);
