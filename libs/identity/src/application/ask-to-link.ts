import { setTimeout as pause } from 'node:timers/promises';
import { Actor, Database, hashToken, isProblem, newToken } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInIdentityStore } from '../persistence/sign-in-identity.store.js';
import { Attempts } from './attempts.js';
import { SendSignInLink } from './send-sign-in-link.js';

interface UnknownUser {
  readonly providerId: string;
  readonly subject: string;
  readonly verifiedEmail?: string;
}

/** As for other links: the few milliseconds of writing a message do not tell who has an account. */
const SHORTEST_MS = 120;

/**
 * Nobody here is this user of the provider yet. If its verified address is that of an account in the provider's organisation, that
 * account's mailbox is asked. The link in the mail works only in the browser that holds the token, so a stranger who signs in at a
 * provider in somebody's name and waits for a careless click gains nothing.
 */
@Injectable()
export class AskToLink {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly identities: SignInIdentityStore,
    private readonly sendLink: SendSignInLink,
  ) {}

  async execute(user: UnknownUser, browser: { visitor: Visitor; requestId?: string }): Promise<{ browserToken: string } | TooManyAttempts> {
    const attempt = await this.attempts.begin('mail', user.verifiedEmail ?? user.subject, browser.visitor);
    if (isProblem(attempt)) return attempt;
    const browserToken = newToken();
    await Promise.all([this.ask(user, hashToken(browserToken), browser.requestId), pause(SHORTEST_MS)]);
    return { browserToken };
  }

  private async ask({ providerId, subject, verifiedEmail }: UnknownUser, browserHash: Buffer, requestId?: string): Promise<void> {
    if (!verifiedEmail) return;
    const account = await this.database.as(Actor.anonymous(), (tx) => this.identities.personOfAddress(tx, providerId, verifiedEmail));
    if (account) await this.sendLink.execute('provider', account, { requestId, user: { providerId, subject, browserHash } });
  }
}
