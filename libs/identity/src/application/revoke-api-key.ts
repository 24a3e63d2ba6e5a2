import { type Actor, Database, type NotAllowed, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mayManageApiKeys } from '../domain/api-key.js';
import { refusal } from '../domain/refusal.js';
import { type ApiKey, ApiKeyStore } from '../persistence/api-key.store.js';
import { Journal } from './journal.js';

/** Ends a key for good: the next request with it is nobody's. Revoking twice changes nothing. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeyStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: { readonly id: string }): Promise<ApiKey | NotAllowed | NotFound> {
    const answer = await this.database.as(actor, async (tx) => {
      const key = await this.keys.lock(tx, input.id);
      if (!key) return new NotFound('api-key');
      const refused = refusal(actor, key.organisationId, { granted: mayManageApiKeys(actor, key.organisationId), action: 'api-key.revoke' });
      if (refused || key.revokedAt) return refused ?? key;
      const revoked = await this.keys.revoke(tx, key.id);
      await this.journal.enter(tx, { organisationId: key.organisationId, subject: { kind: 'api-key', id: key.id }, version: revoked.version, kind: 'revoked' });
      return revoked;
    });
    return this.journal.refusals(actor, { kind: 'api-key', id: input.id }, answer);
  }
}
