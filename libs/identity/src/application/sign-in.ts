import { Actor, Database, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, type SignInRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { AccountStore } from '../persistence/account.store.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';
import { PasswordProof } from './password-proof.js';

interface SignInInput {
  readonly email: string;
  readonly password: string;
  readonly visitor: Visitor;
  /** Token of the session that the browser holds, if any. */
  readonly heldToken?: string;
  readonly requestId?: string;
}

/** Sign-in by address and password. Unknown addresses get the same answer after the same work: one count, one look-up, one verification. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly proof: PasswordProof,
    private readonly accounts: AccountStore,
    private readonly completeSignIn: CompleteSignIn,
  ) {}

  async execute(input: SignInInput): Promise<SignedIn | SignInRefused | TooManyAttempts | AccountSuspended> {
    const account = await this.proof.of(input);
    if (isProblem(account)) return account;
    const actor = Actor.person({ personId: account.personId, language: account.language, requestId: input.requestId });
    return this.database.as(actor, async (tx) => {
      if (account.freshHash) await this.accounts.rehashPassword(tx, account.freshHash);
      return this.completeSignIn.execute(tx, { way: 'password', visitor: input.visitor, heldToken: input.heldToken });
    });
  }
}
