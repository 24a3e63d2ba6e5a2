import { setTimeout as pause } from 'node:timers/promises';
import { InvalidInput, isProblem, mailAddress } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInReads } from '../persistence/sign-in.reads.js';
import { Attempts } from './attempts.js';
import { SendSignInLink } from './send-sign-in-link.js';

interface LinkWish {
  readonly email: string;
  readonly visitor: Visitor;
  readonly requestId?: string;
}

/** Every answer takes at least this long, so that the few milliseconds of writing a message do not tell which addresses have an account. */
const SHORTEST_MS = 120;

/** Sends a link by mail, to sign in or to choose a new password. The answer does not tell whether the address has an account (case 3). */
@Injectable()
export class RequestSignInLink {
  constructor(
    private readonly attempts: Attempts,
    private readonly reads: SignInReads,
    private readonly sendLink: SendSignInLink,
  ) {}

  async execute(kind: 'link' | 'reset', wish: LinkWish): Promise<{ sentTo: string } | InvalidInput | TooManyAttempts> {
    const email = mailAddress(wish.email);
    if (!email) return InvalidInput.at('email', 'email.malformed');
    const attempt = await this.attempts.begin('mail', email, wish.visitor);
    if (isProblem(attempt)) return attempt;
    await Promise.all([this.sendTo(kind, email, wish), pause(SHORTEST_MS)]);
    return { sentTo: email };
  }

  private async sendTo(kind: 'link' | 'reset', email: string, wish: LinkWish): Promise<void> {
    const account = await this.reads.account(email);
    if (account) await this.sendLink.execute(kind, account, { requestId: wish.requestId });
  }
}
