import { type Actor, Database, type Fault, InvalidInput, NotAllowed, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { tidyLine } from '../domain/entered-text.js';
import { mayManageOrganisation } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';
import { type ProviderFacts, providerFaults } from '../domain/sign-in-provider.js';
import { type SignInProvider, SignInProviderStore } from '../persistence/sign-in-provider.store.js';
import { Journal } from './journal.js';
import { ProviderClient } from './provider-client.js';

export interface AddSignInProviderInput {
  readonly organisationId: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** By platform admins only: a domain is not proven. */
  readonly domains?: readonly string[];
}

/** An organisation offers its own provider of sign-ins. The provider is asked first; what does not answer as one is not kept. */
@Injectable()
export class AddSignInProvider {
  constructor(
    private readonly database: Database,
    private readonly providers: SignInProviderStore,
    private readonly client: ProviderClient,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: AddSignInProviderInput): Promise<SignInProvider | NotAllowed | NotFound | InvalidInput> {
    return this.journal.refusals(actor, { organisationId: input.organisationId, kind: 'sign-in-provider' }, await this.add(actor, input));
  }

  private async add(actor: Actor, input: AddSignInProviderInput): Promise<SignInProvider | NotAllowed | NotFound | InvalidInput> {
    const { organisationId, clientSecret } = input;
    const granted = mayManageOrganisation(actor, organisationId) && (actor.platformAdmin || !input.domains?.length);
    const refused = refusal(actor, organisationId, { granted, action: 'sign-in-provider.add' });
    if (refused) return refused;
    const facts: ProviderFacts = { name: tidyLine(input.name), issuer: input.issuer.trim(), clientId: input.clientId.trim(), domains: (input.domains ?? []).map((domain) => domain.toLowerCase()), enabled: true };
    const faults = [...providerFaults(facts), ...(await this.probe(facts, clientSecret))];
    if (faults.length > 0) return new InvalidInput(faults);
    return this.database.as(actor, async (tx) => {
      const provider = await this.providers.insert(tx, organisationId, facts, clientSecret);
      if (!provider) return InvalidInput.at('clientId', 'provider.known');
      await this.journal.enter(tx, { organisationId, subject: { kind: 'sign-in-provider', id: provider.id }, version: 1, kind: 'added' });
      return provider;
    });
  }

  /** Asked last and only when the rest is right: it takes a call to the outside. */
  private async probe(facts: ProviderFacts, clientSecret?: string): Promise<readonly Fault[]> {
    if (providerFaults(facts).length > 0) return [];
    const refused = await this.client.probe({ id: 'probe', organisationId: '', name: facts.name, issuer: facts.issuer, clientId: facts.clientId, clientSecret });
    return refused ? [{ field: 'issuer', reason: refused.reason === 'unreachable' ? 'provider.unreachable' : 'provider.answer' }] : [];
  }
}
