import { hashToken, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LinkExpired, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type AddressChangePart } from '../persistence/address-change.store.js';
import { SignInReads } from '../persistence/sign-in.reads.js';
import { Attempts } from './attempts.js';

/** Whose change of address a link means; guesses are counted per network, mails per account and per mailbox. */
@Injectable()
export class AddressLink {
  constructor(
    private readonly attempts: Attempts,
    private readonly reads: SignInReads,
  ) {}

  async of(part: AddressChangePart, input: { token: string; visitor: Visitor }): Promise<{ changeId: string; personId: string } | LinkExpired | TooManyAttempts> {
    const attempt = await this.attempts.begin('token', `address ${part}`, input.visitor);
    if (isProblem(attempt)) return attempt;
    const found = await this.reads.addressChange(hashToken(input.token), part);
    if (!found) return new LinkExpired();
    await attempt.succeeded();
    return found;
  }

  /** Neither may one account write to many mailboxes, nor many accounts to one. */
  async countMails(whose: readonly string[], visitor: Visitor): Promise<TooManyAttempts | undefined> {
    for (const account of whose) {
      const attempt = await this.attempts.begin('mail', account, visitor);
      if (isProblem(attempt)) return attempt;
    }
    return undefined;
  }
}
