import { SecretBox, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ProviderFacts } from '../domain/sign-in-provider.js';

export interface SignInProvider extends ProviderFacts {
  readonly id: string;
  readonly organisationId: string;
  /** Whether a client secret is kept; it is never read by people again. */
  readonly hasSecret: boolean;
  readonly version: number;
}

/** What the server needs to talk to a provider. */
export interface ProviderToAsk {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

export interface OfferedProvider {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

const COLUMNS = `id, organisation_id as "organisationId", name, issuer, client_id as "clientId", domains, enabled, client_secret is not null as "hasSecret", version`;

/** The providers of an organisation, and what may be asked about them before anybody is signed in. */
@Injectable()
export class SignInProviderStore {
  constructor(private readonly secrets: SecretBox) {}

  list(tx: Tx, organisationId: string): Promise<readonly SignInProvider[]> {
    return tx.query(`select ${COLUMNS} from sign_in_provider where organisation_id = $1 order by name, id limit 100`, [organisationId]);
  }

  async lock(tx: Tx, id: string): Promise<SignInProvider | undefined> {
    return (await tx.query<SignInProvider>(`select ${COLUMNS} from sign_in_provider where id = $1 for update`, [id]))[0];
  }

  /** Undefined when the organisation has this client of this issuer already. */
  async insert(tx: Tx, organisationId: string, facts: ProviderFacts, clientSecret?: string): Promise<SignInProvider | undefined> {
    const { name, issuer, clientId, domains, enabled } = facts;
    const insert = `insert into sign_in_provider (organisation_id, name, issuer, client_id, domains, enabled) values ($1, $2, $3, $4, $5, $6)
      on conflict on constraint sign_in_provider_client_uq do nothing returning ${COLUMNS}`;
    const [row] = await tx.query<SignInProvider>(insert, [organisationId, name, issuer, clientId, domains, enabled]);
    if (row && clientSecret) await this.putSecret(tx, row.id, clientSecret);
    return row && { ...row, hasSecret: Boolean(clientSecret) };
  }

  /** A secret that is left out stays. */
  async save(tx: Tx, { id, name, enabled }: SignInProvider, clientSecret?: string): Promise<SignInProvider> {
    if (clientSecret) await this.putSecret(tx, id, clientSecret);
    const [row] = await tx.query<SignInProvider>(`update sign_in_provider set name = $2, enabled = $3, version = version + 1 where id = $1 returning ${COLUMNS}`, [id, name, enabled]);
    if (!row) throw new Error(`Sign-in provider ${id} vanished under its lock.`);
    return row;
  }

  /** The sign-ins that were linked through it go with it; the people stay and come in otherwise. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from sign_in_provider where id = $1', [id]);
  }

  offered(tx: Tx, wish: { organisationId?: string; domain?: string }): Promise<readonly OfferedProvider[]> {
    return tx.query('select id, name, organisation_id as "organisationId", organisation_name as "organisationName" from app.sign_in_providers($1, $2)', [
      wish.organisationId ?? null,
      wish.domain ?? null,
    ]);
  }

  async toAsk(tx: Tx, id: string): Promise<ProviderToAsk | undefined> {
    const [row] = await tx.query<Omit<ProviderToAsk, 'clientSecret'> & { sealed: Buffer | null }>(
      'select id, organisation_id as "organisationId", name, issuer, client_id as "clientId", client_secret as sealed from app.sign_in_provider_to_ask($1)',
      [id],
    );
    if (!row) return undefined;
    const { sealed, ...provider } = row;
    return { ...provider, clientSecret: sealed ? this.secrets.open(place(id), sealed) : undefined };
  }

  private async putSecret(tx: Tx, id: string, clientSecret: string): Promise<void> {
    await tx.query('update sign_in_provider set client_secret = $2 where id = $1', [id, this.secrets.seal(place(id), clientSecret)]);
  }
}

const place = (id: string): string => `sign-in-provider:${id}`;
