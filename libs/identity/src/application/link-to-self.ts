import { type Actor, Database, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ProviderRefused } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type ProviderUser, SignInIdentityStore } from '../persistence/sign-in-identity.store.js';
import { RenewAfterChange } from './renew-after-change.js';
import { type StartedSession } from './start-session.js';

/** The person signed in links his user of a provider. It must still be the same person who began. */
@Injectable()
export class LinkToSelf {
  constructor(
    private readonly database: Database,
    private readonly identities: SignInIdentityStore,
    private readonly renewal: RenewAfterChange,
  ) {}

  async execute(actor: Actor, wish: { linkFor: string; user: ProviderUser; visitor: Visitor }): Promise<StartedSession | ProviderRefused | NotFound> {
    if (actor.personId !== wish.linkFor) return new ProviderRefused('flow');
    return this.database.as(actor, async (tx) => {
      if (!(await this.identities.link(tx, wish.user))) return new ProviderRefused('taken');
      return this.renewal.execute(tx, { event: 'provider-linked', visitor: wish.visitor });
    });
  }
}
