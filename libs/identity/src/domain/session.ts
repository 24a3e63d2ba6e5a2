/** How somebody came in; every way ends in CompleteSignIn. A session that gets a new id keeps its way. */
export type WayIn = 'password' | 'link' | 'oidc' | 'invitation' | 'reset' | 'setup';

/** Whether the person has a second factor and has shown it in this session. A pending session opens nothing but the second-factor operations. */
export type SecondFactorState = 'none' | 'pending' | 'passed';

const DAY = 24 * 60 * 60_000;

/** A session ends after a week without use, and in any case after thirty days; app.actor_of_session prolongs by the same figures. */
export const SESSION_IDLE_MS = 7 * DAY;
/** Time to type the second factor. */
export const PENDING_SESSION_MS = 10 * 60_000;

/** How long a session lives from its start when nobody uses it. */
export function sessionLifetime(secondFactor: SecondFactorState): number {
  return secondFactor === 'pending' ? PENDING_SESSION_MS : SESSION_IDLE_MS;
}
