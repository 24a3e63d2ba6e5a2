import { type Actor, Database, InvalidInput, isProblem, isUuid, type NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { tidyLine } from '../domain/entered-text.js';
import { mayManageOrganisation } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';
import { providerFaults } from '../domain/sign-in-provider.js';
import { type SignInProvider, SignInProviderStore } from '../persistence/sign-in-provider.store.js';
import { Journal } from './journal.js';

interface ProviderEdit {
  readonly providerId: string;
  readonly expectedVersion: number;
}

export interface UpdateSignInProviderInput extends ProviderEdit {
  readonly name?: string;
  readonly enabled?: boolean;
  /** Left out: the one that is kept stays. */
  readonly clientSecret?: string;
}

/**
 * Changes name, secret, or whether it is offered. Issuer and client never change: the people who were linked through them are users of
 * that very provider, and another one could name anybody. Who moves removes it and adds the new one.
 */
@Injectable()
export class UpdateSignInProvider {
  constructor(
    private readonly database: Database,
    private readonly providers: SignInProviderStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: UpdateSignInProviderInput): Promise<SignInProvider | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    const answer = await this.database.as(actor, async (tx) => {
      const provider = await providerToChange(tx, this.providers, { ...input, action: 'sign-in-provider.update' });
      if (isProblem(provider)) return provider;
      const changed = { ...provider, name: tidyLine(input.name ?? provider.name), enabled: input.enabled ?? provider.enabled };
      const faults = providerFaults(changed);
      if (faults.length > 0) return new InvalidInput(faults);
      const saved = await this.providers.save(tx, changed, input.clientSecret);
      const facts = { enabled: saved.enabled, secretChanged: Boolean(input.clientSecret) };
      await this.journal.enter(tx, { organisationId: saved.organisationId, subject: { kind: 'sign-in-provider', id: saved.id }, version: saved.version, kind: 'updated', facts });
      return saved;
    });
    return this.journal.refusals(actor, { kind: 'sign-in-provider', id: input.providerId }, answer);
  }
}

/** The provider under lock, at the version that was read, for a manager of its organisation. */
export async function providerToChange(tx: Tx, providers: SignInProviderStore, edit: ProviderEdit & { action: string }): Promise<SignInProvider | NotAllowed | NotFound | StaleVersion> {
  const provider = isUuid(edit.providerId) ? await providers.lock(tx, edit.providerId) : undefined;
  if (!provider) return new NotFound('sign-in-provider');
  const refused = refusal(tx.actor, provider.organisationId, { granted: mayManageOrganisation(tx.actor, provider.organisationId), action: edit.action });
  if (refused) return refused;
  return provider.version === edit.expectedVersion ? provider : new StaleVersion(edit.expectedVersion, provider.version);
}
