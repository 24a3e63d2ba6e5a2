import { type Actor, Database, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SignInProviderStore } from '../persistence/sign-in-provider.store.js';
import { Journal } from './journal.js';
import { providerToChange } from './update-sign-in-provider.js';

/** The provider opens nothing any more. Who came in through it signs in by mail link or password. */
@Injectable()
export class RemoveSignInProvider {
  constructor(
    private readonly database: Database,
    private readonly providers: SignInProviderStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: { providerId: string; expectedVersion: number }): Promise<{ providerId: string } | NotAllowed | NotFound | StaleVersion> {
    const answer = await this.database.as(actor, async (tx) => {
      const provider = await providerToChange(tx, this.providers, { ...input, action: 'sign-in-provider.remove' });
      if (isProblem(provider)) return provider;
      await this.providers.remove(tx, provider.id);
      await this.journal.enter(tx, { organisationId: provider.organisationId, subject: { kind: 'sign-in-provider', id: provider.id }, kind: 'removed' });
      return { providerId: provider.id };
    });
    return this.journal.refusals(actor, { kind: 'sign-in-provider', id: input.providerId }, answer);
  }
}
