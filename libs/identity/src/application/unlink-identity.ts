import { type Actor, Database, isUuid, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Visitor } from '../domain/visitor.js';
import { SignInIdentityStore } from '../persistence/sign-in-identity.store.js';
import { RenewAfterChange } from './renew-after-change.js';
import { type StartedSession } from './start-session.js';

/** A user of a provider no longer opens the account. Mail links always do, so nobody locks himself out. */
@Injectable()
export class UnlinkIdentity {
  constructor(
    private readonly database: Database,
    private readonly identities: SignInIdentityStore,
    private readonly renewal: RenewAfterChange,
  ) {}

  async execute(actor: Actor, input: { identityId: string; visitor: Visitor }): Promise<StartedSession | NotFound> {
    if (!isUuid(input.identityId)) return new NotFound('sign-in-identity');
    return this.database.as(actor, async (tx) => {
      if (!(await this.identities.unlink(tx, input.identityId))) return new NotFound('sign-in-identity');
      return this.renewal.execute(tx, { event: 'provider-unlinked', visitor: input.visitor });
    });
  }
}
