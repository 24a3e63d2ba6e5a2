import { Actor, Database, hashToken } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SessionStore } from '../persistence/session.store.js';
import { SignInIdentityStore } from '../persistence/sign-in-identity.store.js';
import { ProviderSignOut, type SignOutThere } from './provider-sign-out.js';

/** Ends the session that the browser holds, complete or pending. Nothing happens where it is none. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly identities: SignInIdentityStore,
    private readonly providers: ProviderSignOut,
  ) {}

  /** Answers where the person may sign out at the provider too, if that is how he came in. */
  async execute(heldToken: string): Promise<SignOutThere | undefined> {
    const ended = await this.database.as(Actor.anonymous(), (tx) => this.sessions.endByToken(tx, hashToken(heldToken), 'signed-out'));
    if (!ended) return undefined;
    const providerId = await this.database.as(Actor.person({ personId: ended.personId }), (tx) => this.identities.providerOfSession(tx, ended.sessionId));
    return providerId ? this.providers.of(providerId) : undefined;
  }
}
