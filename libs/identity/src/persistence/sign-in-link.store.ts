import { type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

export type SignInLinkKind = 'link' | 'reset' | 'provider';

/** How long a link lives from the moment its mail is handed over; the database says the same. */
export const LINK_MINUTES = 30;

/** The user of a provider that a link joins to the person. */
export interface LinkingUser {
  readonly providerId: string;
  readonly subject: string;
  /** Digest of what only the browser holds that signed in at the provider. */
  readonly browserHash: Buffer;
}

const INSERT = 'insert into sign_in_link (kind, person_id, provider_id, subject, browser_hash) values ($1, app.person(), $2, $3, $4) returning id, expires_at as "expiresAt"';

const USE = 'update sign_in_link set used_at = app.now() where id = $1 and used_at is null and expires_at > app.now() returning id';

// The provider's verified address is the account's: that is what the person recognises.
const LINKING_USER = `
  select l.provider_id as "providerId", l.subject, l.browser_hash as "browserHash", a.email as label
  from sign_in_link l join account a on a.person_id = l.person_id where l.id = $1 and l.kind = 'provider'`;

/** Links of the person for whom the transaction was opened. */
@Injectable()
export class SignInLinkStore {
  async insert(tx: Tx, kind: SignInLinkKind, user?: LinkingUser): Promise<{ id: string; expiresAt: Date }> {
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

  async linkingUser(tx: Tx, id: string): Promise<(LinkingUser & { label: string }) | undefined> {
    return (await tx.query<LinkingUser & { label: string }>(LINKING_USER, [id]))[0];
  }

  /** At hand-over, by the dispatcher: gives the link a token. Undefined when it is of no use any more. */
  async arm(tx: Tx, id: string, tokenHash: Buffer): Promise<{ kind: SignInLinkKind; provider: string | null } | undefined> {
    return (await tx.query<{ kind: SignInLinkKind; provider: string | null }>('select kind, provider from app.arm_sign_in_link($1, $2)', [id, tokenHash]))[0];
  }
}
