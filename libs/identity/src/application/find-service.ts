import { Actor, hashToken } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { tokenOfKey } from '../domain/api-key.js';
import { ApiKeyStore } from '../persistence/api-key.store.js';

/** Which service account stands behind an API key, with the rights of this moment. */
@Injectable()
export class FindService {
  constructor(private readonly keys: ApiKeyStore) {}

  /** Undefined when the key is unknown, revoked or run out, or its organisation is archived. */
  async byKey(key: string, facts: { readonly requestId?: string } = {}): Promise<Actor | undefined> {
    const token = tokenOfKey(key);
    const row = token && (await this.keys.actorOf(hashToken(token)));
    if (!row) return undefined;
    return Actor.service({
      personId: row.person_id,
      memberships: [{ organisationId: row.organisation_id, role: row.role }],
      scopes: row.scopes,
      language: row.language,
      requestId: facts.requestId,
    });
  }
}
