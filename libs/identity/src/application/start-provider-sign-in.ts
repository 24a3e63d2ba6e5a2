import { type Actor, isProblem, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { returnPath } from '../domain/return-path.js';
import { type ProviderRefused } from '../domain/sign-in.problems.js';
import { ProviderClient } from './provider-client.js';
import { ProviderDirectory } from './provider-directory.js';
import { ProviderFlows } from './provider-flows.js';

export interface StartedFlow {
  /** The provider's page. */
  readonly url: string;
  /** For the cookie of this browser; comes back to FinishProviderSignIn. */
  readonly flow: string;
}

/** Sends the browser to a provider: to sign in, or, for a person signed in who wishes so, to link his user there. */
@Injectable()
export class StartProviderSignIn {
  constructor(
    private readonly directory: ProviderDirectory,
    private readonly client: ProviderClient,
    private readonly flows: ProviderFlows,
  ) {}

  async execute(actor: Actor, input: { providerId: string; returnTo?: string; purpose: 'sign-in' | 'link' }): Promise<StartedFlow | NotFound | ProviderRefused> {
    const provider = await this.directory.toAsk(actor, input.providerId);
    if (!provider) return new NotFound('sign-in-provider');
    const started = await this.client.start(provider);
    if (isProblem(started)) return started;
    const linkFor = input.purpose === 'link' ? actor.personId : undefined;
    return { url: started.url, flow: this.flows.seal({ ...started.secrets, providerId: provider.id, returnTo: returnPath(input.returnTo), linkFor }) };
  }
}
