import { SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import { type Role } from '@app/platform';

/**
 * Who may call a field or a REST route at all; what they may do with which object is decided by the use case and its policy.
 * - `anonymous`: everybody, signed in or not
 * - `signed-in`: every person with a complete sign-in
 * - a role: a person who has it in at least one organisation
 * - `platform-admin`: the right of the installation
 * - `scope:rooms.write`: a service account whose API key carries that scope. Without such a rule no API key gets in.
 */
export type AccessRule = 'anonymous' | 'signed-in' | 'platform-admin' | Role | `scope:${string}`;

export const ALLOW = 'allow';

/**
 * On every query, mutation and REST route (a root field without it stops the start), and on fields that only some may read:
 * `@Allow('coordinator', 'manager', 'scope:rooms.write')`. The rules are alternatives.
 */
export function Allow(...rules: [AccessRule, ...AccessRule[]]) {
  return <T>(target: object, key: string | symbol, descriptor?: TypedPropertyDescriptor<T>): void => {
    Extensions({ [ALLOW]: rules })(target, key);
    if (typeof descriptor?.value === 'function') SetMetadata(ALLOW, rules)(descriptor.value);
  };
}
