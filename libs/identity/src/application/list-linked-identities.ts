import { type Actor, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type LinkedIdentity, SignInIdentityStore } from '../persistence/sign-in-identity.store.js';

/** The users of providers that the person signed in is. */
@Injectable()
export class ListLinkedIdentities {
  constructor(
    private readonly database: Database,
    private readonly identities: SignInIdentityStore,
  ) {}

  execute(actor: Actor): Promise<readonly LinkedIdentity[]> {
    return this.database.as(actor, (tx) => this.identities.list(tx));
  }
}
