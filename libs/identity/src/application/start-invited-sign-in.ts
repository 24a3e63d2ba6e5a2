import { type Actor, isProblem, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type InvitationVoid } from '../domain/people.problems.js';
import { type ProviderRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { FindInvitation } from './find-invitation.js';
import { ProviderClient } from './provider-client.js';
import { ProviderDirectory } from './provider-directory.js';
import { ProviderFlows } from './provider-flows.js';
import { type StartedFlow } from './start-provider-sign-in.js';

/** Sends somebody who holds an invitation to a provider of the organisation that invites: signed in there, he has accepted. */
@Injectable()
export class StartInvitedSignIn {
  constructor(
    private readonly invitations: FindInvitation,
    private readonly directory: ProviderDirectory,
    private readonly client: ProviderClient,
    private readonly flows: ProviderFlows,
  ) {}

  async execute(actor: Actor, input: { token: string; providerId: string; visitor: Visitor }): Promise<StartedFlow | NotFound | InvitationVoid | ProviderRefused | TooManyAttempts> {
    const invitation = await this.invitations.execute(input);
    if (isProblem(invitation)) return invitation;
    const provider = await this.directory.toAsk(actor, input.providerId);
    if (provider?.organisationId !== invitation.organisationId) return new NotFound('sign-in-provider');
    const started = await this.client.start(provider);
    if (isProblem(started)) return started;
    return { url: started.url, flow: this.flows.seal({ ...started.secrets, providerId: provider.id, returnTo: '/', invitation: input.token }) };
  }
}
