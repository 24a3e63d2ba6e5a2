import { type Actor, isProblem, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type InvitationVoid } from '../domain/people.problems.js';
import { type AccountSuspended, ProviderRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type Arrival, ProviderArrivals } from './provider-arrivals.js';
import { ProviderClient } from './provider-client.js';
import { ProviderDirectory } from './provider-directory.js';
import { ProviderFlows } from './provider-flows.js';

interface ProviderAnswer {
  /** The query string with which the provider sent the browser back. */
  readonly query: string;
  /** The cookie of the browser. */
  readonly flow: string | undefined;
  readonly visitor: Visitor;
  readonly heldToken?: string;
  readonly requestId?: string;
}

/** The provider sent the browser back: check everything, then sign in, link, or ask the human by mail. */
@Injectable()
export class FinishProviderSignIn {
  constructor(
    private readonly directory: ProviderDirectory,
    private readonly client: ProviderClient,
    private readonly flows: ProviderFlows,
    private readonly arrivals: ProviderArrivals,
  ) {}

  async execute(actor: Actor, answer: ProviderAnswer): Promise<Arrival | ProviderRefused | AccountSuspended | TooManyAttempts | NotFound | InvitationVoid> {
    const flow = this.flows.open(answer.flow);
    const provider = flow && (await this.directory.toAsk(actor, flow.providerId));
    if (!flow || !provider) return new ProviderRefused('flow');
    const claims = await this.client.finish(provider, answer.query, flow);
    return isProblem(claims) ? claims : this.arrivals.execute(actor, { flow, claims, browser: answer });
  }
}
