import { type Actor } from '@app/platform';
import { type AccessRule } from './allow.js';

/** Whether one of the rules lets the actor in. */
export function mayCall(actor: Actor, rules: readonly AccessRule[]): boolean {
  return rules.some((rule) => meets(actor, rule));
}

function meets(actor: Actor, rule: AccessRule): boolean {
  if (rule === 'anonymous') return true;
  if (rule.startsWith('scope:')) return actor.kind === 'service' && (actor.scopes ?? []).includes(rule.slice('scope:'.length));
  // An API key is let in by its scopes alone: what its roles allow is asked again by the policies.
  if (actor.kind !== 'person') return false;
  if (rule === 'signed-in') return true;
  if (rule === 'platform-admin') return actor.platformAdmin;
  return actor.memberships.some((membership) => membership.role === rule);
}
