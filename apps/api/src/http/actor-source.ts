import { type Actor, type Language } from '@app/platform';

/** What a request says about itself beside its credentials. */
export interface RequestFacts {
  readonly requestId: string;
  readonly ip: string;
  readonly userAgent?: string;
  readonly language: Language;
  /** Do not count this look as a use of the session. */
  readonly quietly?: boolean;
}

/** Who stands behind a credential. Undefined: nobody any more (unknown, expired, revoked, suspended), all the same to the caller. */
export abstract class ActorSource {
  abstract bySession(token: string, facts: RequestFacts): Promise<Actor | undefined>;
  /** A new id for a session whose rights were changed by somebody else (Actor.renewalDue); undefined where another request was quicker. */
  async renew(_actor: Actor, _facts: RequestFacts): Promise<{ readonly token: string; readonly expiresAt: Date } | undefined> {
    return undefined;
  }
  abstract byApiKey(key: string, facts: RequestFacts): Promise<Actor | undefined>;
  /** Many at once, in their order, without counting as a use: one statement for sessions and one for keys, however many there are. */
  abstract byCredentials(credentials: readonly Credential[]): Promise<readonly (Actor | undefined)[]>;
}

/** What an open event stream was opened with. */
export interface Credential {
  readonly kind: 'session' | 'key';
  readonly token: string;
  readonly requestId: string;
}
