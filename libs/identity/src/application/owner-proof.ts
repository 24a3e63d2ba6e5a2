import { type Actor, Database, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type PasswordRefused, SignInAgain, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { AccountStore, type OwnAccount } from '../persistence/account.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { PasswordProof } from './password-proof.js';

/**
 * Before a change with which an account could be carried off: the password, and where there is none a sign-in of the last few minutes. A
 * screen that somebody left open is proof of neither.
 */
@Injectable()
export class OwnerProof {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly passwords: PasswordProof,
  ) {}

  async of(actor: Actor, given: { password?: string; visitor: Visitor }): Promise<OwnAccount | PasswordRefused | SignInAgain | TooManyAttempts | NotFound> {
    const found = await this.database.as(actor, async (tx) => ({ account: await this.accounts.own(tx), fresh: await this.sessions.isFresh(tx) }));
    const { account, fresh } = found;
    if (!account) return new NotFound('account');
    if (!account.passwordHash) return fresh ? account : new SignInAgain();
    return (await this.passwords.confirm(account, given.password, given.visitor)) ?? account;
  }
}
