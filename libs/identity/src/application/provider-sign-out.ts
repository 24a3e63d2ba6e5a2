import { Actor } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ProviderClient } from './provider-client.js';
import { ProviderDirectory } from './provider-directory.js';

/** Where a person who came by a provider can end his session there as well. */
export interface SignOutThere {
  readonly name: string;
  readonly url: string;
}

/**
 * RP-initiated logout, offered and never forced: a session at the provider may carry a whole working day. No identity token is kept for
 * it, and no address to come back to is given, because a provider that does not know one refuses the whole request.
 */
@Injectable()
export class ProviderSignOut {
  constructor(
    private readonly directory: ProviderDirectory,
    private readonly client: ProviderClient,
  ) {}

  async of(providerId: string): Promise<SignOutThere | undefined> {
    const provider = await this.directory.toAsk(Actor.anonymous(), providerId);
    const url = provider && (await this.client.signOutUrl(provider));
    return provider && url ? { name: provider.name, url } : undefined;
  }
}
