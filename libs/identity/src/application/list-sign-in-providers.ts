import { type Actor, Database, type NotAllowed, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mayManageOrganisation } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';
import { type SignInProvider, SignInProviderStore } from '../persistence/sign-in-provider.store.js';
import { ProviderClient } from './provider-client.js';

export interface ProviderList {
  readonly providers: readonly SignInProvider[];
  /** The address that the provider must know. */
  readonly redirectUri: string;
}

/** The providers of an organisation, for those who manage it. */
@Injectable()
export class ListSignInProviders {
  constructor(
    private readonly database: Database,
    private readonly providers: SignInProviderStore,
    private readonly client: ProviderClient,
  ) {}

  async execute(actor: Actor, organisationId: string): Promise<ProviderList | NotAllowed | NotFound> {
    const refused = refusal(actor, organisationId, { granted: mayManageOrganisation(actor, organisationId), action: 'sign-in-provider.read' });
    if (refused) return refused;
    return { providers: await this.database.as(actor, (tx) => this.providers.list(tx, organisationId)), redirectUri: this.client.redirectUri };
  }
}
