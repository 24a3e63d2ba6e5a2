import { Actor, hashToken } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { tokenOfKey } from '../domain/api-key.js';
import { ApiKeyStore, type ServiceRow } from '../persistence/api-key.store.js';

/** Which service account stands behind an API key, with the rights of this moment. */
@Injectable()
export class FindService {
  constructor(private readonly keys: ApiKeyStore) {}

  /** Undefined when the key is unknown, revoked or run out, or its organisation is archived. */
  async byKey(key: string, facts: { readonly requestId?: string } = {}): Promise<Actor | undefined> {
    const token = tokenOfKey(key);
    const row = token && (await this.keys.actorOf(hashToken(token)));
    return row ? actorFrom(row, facts.requestId) : undefined;
  }

  /** The same of many keys in one statement and in their order. */
  async byKeys(asked: readonly { readonly key: string; readonly requestId?: string }[]): Promise<readonly (Actor | undefined)[]> {
    const tokens = asked.map(({ key }) => tokenOfKey(key));
    const rows = await this.keys.actorsOf(tokens.map((token) => hashToken(token ?? '')));
    return asked.map(({ requestId }, place) => {
      const row = tokens[place] ? rows.get(place) : undefined;
      return row && actorFrom(row, requestId);
    });
  }
}

const actorFrom = (row: ServiceRow, requestId: string | undefined): Actor =>
  Actor.service({
    personId: row.person_id,
    memberships: [{ organisationId: row.organisation_id, role: row.role }],
    scopes: row.scopes,
    language: row.language,
    requestId,
  });
