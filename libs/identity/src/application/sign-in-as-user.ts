import { Actor, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type ProviderUser, SignInIdentityStore } from '../persistence/sign-in-identity.store.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';

/** Signs in the person who is this user of a provider; undefined when nobody is. */
@Injectable()
export class SignInAsUser {
  constructor(
    private readonly database: Database,
    private readonly identities: SignInIdentityStore,
    private readonly completeSignIn: CompleteSignIn,
  ) {}

  async execute(user: ProviderUser, browser: { visitor: Visitor; heldToken?: string; requestId?: string }): Promise<SignedIn | AccountSuspended | undefined> {
    const personId = await this.database.as(Actor.anonymous(), (tx) => this.identities.personOf(tx, user.providerId, user.subject));
    if (!personId) return undefined;
    return this.database.as(Actor.person({ personId, requestId: browser.requestId }), async (tx) => {
      await this.identities.touch(tx, user.providerId);
      return this.completeSignIn.execute(tx, { way: 'oidc', visitor: browser.visitor, heldToken: browser.heldToken });
    });
  }
}
