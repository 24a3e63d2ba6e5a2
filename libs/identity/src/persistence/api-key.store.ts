import { Database, type Language, type Page, pageOf, type PageRequest, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ApiKeyFacts, type ServiceRole } from '../domain/api-key.js';

/** A key as people see it: everything but the key. */
export interface ApiKey {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly beginning: string;
  readonly role: ServiceRole;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedOn: string | null;
  readonly revokedAt: Date | null;
  readonly version: number;
}

export interface NewApiKey extends ApiKeyFacts {
  readonly organisationId: string;
  readonly keyHash: Buffer;
  readonly beginning: string;
}

export interface ServiceRow {
  readonly person_id: string;
  readonly organisation_id: string;
  readonly role: ServiceRole;
  readonly scopes: readonly string[];
  readonly language: Language;
}

const COLUMNS = `id, organisation_id as "organisationId", name, beginning, role, scopes, created_at as "createdAt", expires_at as "expiresAt",
  last_used_on::text as "lastUsedOn", revoked_at as "revokedAt", version`;

@Injectable()
export class ApiKeyStore {
  constructor(private readonly database: Database) {}

  /** With a service account of its own. Undefined when a standing key of the organisation has this name already. */
  async insert(tx: Tx, key: NewApiKey): Promise<ApiKey | undefined> {
    const [row] = await tx.query<ApiKey>(
      `with account as (select uuidv7() as id), made as (insert into person (id) select account.id from account)
       insert into api_key (organisation_id, person_id, name, key_hash, beginning, role, scopes, expires_at, created_by)
       select $1, account.id, $2, $3, $4, $5, $6, $7, app.person() from account
       on conflict (organisation_id, name) where revoked_at is null do nothing returning ${COLUMNS}`,
      [key.organisationId, key.name, key.keyHash, key.beginning, key.role, [...key.scopes], key.expiresAt ?? null],
    );
    return row;
  }

  async lock(tx: Tx, id: string): Promise<ApiKey | undefined> {
    const [row] = await tx.query<ApiKey>(`select ${COLUMNS} from api_key where id = $1 for no key update`, [id]);
    return row;
  }

  async revoke(tx: Tx, id: string): Promise<ApiKey> {
    const [row] = await tx.query<ApiKey>(`update api_key set revoked_at = app.now(), version = version + 1 where id = $1 returning ${COLUMNS}`, [id]);
    if (!row) throw new Error(`The API key ${id} vanished under its lock.`);
    return row;
  }

  /** Newest first, revoked ones too. The keys are few; their sort key is the id. */
  async list(tx: Tx, organisationId: string, page: PageRequest): Promise<Page<ApiKey>> {
    const rows = await tx.query<ApiKey>(`select ${COLUMNS} from api_key where organisation_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`, [
      organisationId,
      page.after?.[0] ?? null,
      page.first + 1,
    ]);
    return pageOf(rows, page.first);
  }

  /** Asked before anybody is known: one statement without a transaction, answered by a definer function. */
  async actorOf(keyHash: Buffer): Promise<ServiceRow | undefined> {
    const rows = await this.database.statement<ServiceRow>('select * from app.actor_of_api_key($1)', [keyHash]);
    return rows[0];
  }

  /** The same of many in one statement, by place in the list. */
  async actorsOf(keyHashes: readonly Buffer[]): Promise<ReadonlyMap<number, ServiceRow>> {
    const rows = await this.database.statement<ServiceRow & { place: number }>(
      'select asked.place::int as place, found.* from unnest($1::bytea[]) with ordinality as asked(hash, place), app.actor_of_api_key(asked.hash) found',
      [keyHashes],
    );
    return new Map(rows.map((row) => [row.place - 1, row]));
  }
}
