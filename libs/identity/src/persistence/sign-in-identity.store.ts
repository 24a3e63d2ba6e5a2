import { type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** A user of a provider, as the provider names him. */
export interface ProviderUser {
  readonly providerId: string;
  /** The provider's own id of the user ("sub"); the only thing that stays the same. */
  readonly subject: string;
  /** What the person recognises: the address or name there. */
  readonly label: string;
}

export interface LinkedIdentity {
  readonly id: string;
  readonly providerName: string;
  readonly label: string;
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
}

const LIST = `
  select i.id, coalesce(p.name, '') as "providerName", i.label, i.linked_at as "linkedAt", i.last_used_at as "lastUsedAt"
  from sign_in_identity i left join lateral (select name from app.sign_in_provider_to_ask(i.provider_id)) p on true
  where i.person_id = app.person() order by i.linked_at`;

const OF_SESSION = `
  select i.provider_id as id from session s join sign_in_identity i on i.person_id = s.person_id
  where s.id = $1 and s.person_id = app.person() and s.way = 'oidc' order by coalesce(i.last_used_at, i.linked_at) desc limit 1`;

/** Which users of providers a person is. Written in transactions of that person alone. */
@Injectable()
export class SignInIdentityStore {
  async personOf(tx: Tx, providerId: string, subject: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string | null }>('select app.person_of_identity($1, $2) as id', [providerId, subject]);
    return row?.id ?? undefined;
  }

  /** The account that a verified address of a provider means, if it belongs to the provider's organisation. */
  async personOfAddress(tx: Tx, providerId: string, address: string): Promise<{ personId: string; email: string } | undefined> {
    return (await tx.query<{ personId: string; email: string }>('select person_id as "personId", email from app.person_of_provider_address($1, $2)', [providerId, address]))[0];
  }

  /** False when that user is linked already, or the person has another user of this provider. */
  async link(tx: Tx, { providerId, subject, label }: ProviderUser): Promise<boolean> {
    const insert = 'insert into sign_in_identity (person_id, provider_id, subject, label) values (app.person(), $1, $2, $3) on conflict do nothing returning id';
    return (await tx.query(insert, [providerId, subject, label.slice(0, 254)])).length > 0;
  }

  async touch(tx: Tx, providerId: string): Promise<void> {
    await tx.query('update sign_in_identity set last_used_at = app.now() where person_id = app.person() and provider_id = $1', [providerId]);
  }

  /** By which provider a session of the person's own was opened: the one that was used last. Undefined for every other way in. */
  async providerOfSession(tx: Tx, sessionId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(OF_SESSION, [sessionId]);
    return row?.id;
  }

  list(tx: Tx): Promise<readonly LinkedIdentity[]> {
    return tx.query(LIST);
  }

  async unlink(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('delete from sign_in_identity where id = $1 and person_id = app.person() returning id', [id])).length > 0;
  }
}
