import { type Actor, Database, isUuid, mailAddress } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type OfferedProvider, type ProviderToAsk, SignInProviderStore } from '../persistence/sign-in-provider.store.js';

/** What anybody may ask about providers before the sign-in, and what the server needs to talk to one. */
@Injectable()
export class ProviderDirectory {
  constructor(
    private readonly database: Database,
    private readonly providers: SignInProviderStore,
  ) {}

  /** Of an organisation, or for the domain of an address; nothing depends on whether the address has an account. */
  async offered(actor: Actor, wish: { organisationId?: string; email?: string }): Promise<readonly OfferedProvider[]> {
    const organisationId = isUuid(wish.organisationId) ? wish.organisationId : undefined;
    const domain = wish.email ? mailAddress(wish.email)?.split('@').at(-1) : undefined;
    return organisationId || domain ? this.database.as(actor, (tx) => this.providers.offered(tx, { organisationId, domain })) : [];
  }

  async toAsk(actor: Actor, providerId: string): Promise<ProviderToAsk | undefined> {
    return isUuid(providerId) ? this.database.as(actor, (tx) => this.providers.toAsk(tx, providerId)) : undefined;
  }
}
