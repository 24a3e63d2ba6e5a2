import { type Actor, Clock, Database, hashToken, InvalidInput, newToken, type NotAllowed, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ApiKeyFacts, apiKeyFaults, beginningOf, keyText, mayManageApiKeys } from '../domain/api-key.js';
import { tidyLine } from '../domain/entered-text.js';
import { refusal } from '../domain/refusal.js';
import { type ApiKey, ApiKeyStore } from '../persistence/api-key.store.js';
import { Journal } from './journal.js';

export interface CreateApiKeyInput extends ApiKeyFacts {
  readonly organisationId: string;
}

export interface CreatedApiKey {
  readonly apiKey: ApiKey;
  /** The key itself; from here on nobody can read it again. */
  readonly key: string;
}

/** Makes a key with which a program may act in the organisation. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeyStore,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: CreateApiKeyInput): Promise<CreatedApiKey | NotAllowed | NotFound | InvalidInput> {
    const { organisationId } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManageApiKeys(actor, organisationId), action: 'api-key.create' });
      if (refused) return refused;
      const faults = apiKeyFaults(input, this.clock.now());
      if (faults.length > 0) return new InvalidInput(faults);
      const token = newToken();
      const key = keyText(token);
      const scopes = [...new Set(input.scopes)].sort();
      const apiKey = await this.keys.insert(tx, { ...input, name: tidyLine(input.name), scopes, keyHash: hashToken(token), beginning: beginningOf(key) });
      if (!apiKey) return InvalidInput.at('name', 'name.taken', { name: input.name });
      await this.journal.enter(tx, { organisationId, subject: { kind: 'api-key', id: apiKey.id }, version: apiKey.version, kind: 'created', facts: { role: apiKey.role, scopes } });
      return { apiKey, key };
    });
    return this.journal.refusals(actor, { organisationId, kind: 'api-key' }, answer);
  }
}
