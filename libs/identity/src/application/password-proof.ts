import { isProblem, type Language } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LONGEST_PASSWORD } from '../domain/password-policy.js';
import { PasswordRefused, SignInRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type OwnAccount } from '../persistence/account.store.js';
import { SignInReads } from '../persistence/sign-in.reads.js';
import { Attempts } from './attempts.js';
import { PasswordHasher } from './password-hasher.js';

interface ProvedAccount {
  readonly personId: string;
  readonly language: Language;
  /** The same password with today's figures of hashing, where the kept hash is weaker. */
  readonly freshHash?: string;
}

/** Compares passwords, with every attempt counted first. Works outside transactions: hashing takes long, connections are few. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly attempts: Attempts,
    private readonly reads: SignInReads,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Whose account it is, when address and password belong together. */
  async of(input: { email: string; password: string; visitor: Visitor }): Promise<ProvedAccount | SignInRefused | TooManyAttempts> {
    const attempt = await this.attempts.begin('password', input.email, input.visitor);
    if (isProblem(attempt)) return attempt;
    const account = await this.reads.account(input.email.trim());
    const matches = await this.hasher.verify(account?.passwordHash, cut(input.password));
    if (!account?.passwordHash || !matches) return new SignInRefused();
    await attempt.succeeded();
    const freshHash = this.hasher.isOutdated(account.passwordHash) ? await this.hasher.hash(input.password) : undefined;
    return { personId: account.personId, language: account.language, freshHash };
  }

  /** Before a change that only the human himself may make. An account without a password has nothing to show: its session is the proof. */
  async confirm(account: OwnAccount, password: string | undefined, visitor: Visitor): Promise<PasswordRefused | TooManyAttempts | undefined> {
    if (!account.passwordHash) return undefined;
    const attempt = await this.attempts.begin('password', account.email, visitor);
    if (isProblem(attempt)) return attempt;
    if (!(await this.hasher.verify(account.passwordHash, cut(password ?? '')))) return new PasswordRefused();
    await attempt.succeeded();
    return undefined;
  }
}

/** Nothing longer is ever an accepted password, and nobody makes the server hash megabytes. */
function cut(password: string): string {
  return password.slice(0, LONGEST_PASSWORD * 4);
}
