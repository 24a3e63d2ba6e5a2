import { type Actor, Database, type NotAllowed, type NotFound, type Page, type PageRequest } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { mayManageApiKeys } from '../domain/api-key.js';
import { refusal } from '../domain/refusal.js';
import { type ApiKey, ApiKeyStore } from '../persistence/api-key.store.js';

/** The keys of an organisation, standing and revoked. */
@Injectable()
export class ListApiKeys {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeyStore,
  ) {}

  async execute(actor: Actor, organisationId: string, page: PageRequest): Promise<Page<ApiKey> | NotAllowed | NotFound> {
    const refused = refusal(actor, organisationId, { granted: mayManageApiKeys(actor, organisationId), action: 'api-key.list' });
    return refused ?? this.database.as(actor, (tx) => this.keys.list(tx, organisationId, page));
  }
}
