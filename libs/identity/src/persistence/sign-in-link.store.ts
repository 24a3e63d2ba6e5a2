import { type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

export type SignInLinkKind = 'link' | 'reset' | 'provider';

/** How long a link lives from the moment its mail is handed over; the database says the same. */
export const LINK_MINUTES = 30;

interface ProviderUser {
  readonly providerId: string;
  readonly subject: string;
  /** Digest of what only the browser holds that signed in at the provider. */
  readonly browserHash: Buffer;
}

const INSERT = 'insert into sign_in_link (kind, person_id, provider_id, subject, browser_hash) values ($1, app.person(), $2, $3, $4) returning id, expires_at as "expiresAt"';

const USE = 'update sign_in_link set used_at = app.now() where id = $1 and used_at is null and expires_at > app.now() returning id';

/** Links of the person for whom the transaction was opened. */
@Injectable()
export class SignInLinkStore {
  async insert(tx: Tx, kind: SignInLinkKind, user?: ProviderUser): Promise<{ id: string; expiresAt: Date }> {
    const [row] = await tx.query<{ id: string; expiresAt: Date }>(INSERT, [kind, user?.providerId ?? null, user?.subject ?? null, user?.browserHash ?? null]);
    if (!row) throw new Error('The link was not stored.');
    return row;
  }

  /** Uses a link up, which proves that the person reads the account's mail. False when somebody used it a moment before. */
  async use(tx: Tx, id: string): Promise<boolean> {
    const used = await tx.query(USE, [id]);
    if (used.length > 0) await tx.query('update account set email_verified_at = app.now() where person_id = app.person() and email_verified_at is null');
    return used.length > 0;
  }

  /** After a change of password no older link opens the account. */
  async voidAll(tx: Tx): Promise<void> {
    await tx.query('update sign_in_link set used_at = app.now() where person_id = app.person() and used_at is null');
  }

  async providerUser(tx: Tx, id: string): Promise<ProviderUser | undefined> {
    return (await tx.query<ProviderUser>('select provider_id as "providerId", subject, browser_hash as "browserHash" from sign_in_link where id = $1 and kind = \'provider\'', [id]))[0];
  }

  /** At hand-over, by the dispatcher: gives the link a token. Undefined when it is of no use any more. */
  async arm(tx: Tx, id: string, tokenHash: Buffer): Promise<{ kind: SignInLinkKind; provider: string | null } | undefined> {
    return (await tx.query<{ kind: SignInLinkKind; provider: string | null }>('select kind, provider from app.arm_sign_in_link($1, $2)', [id, tokenHash]))[0];
  }
}
