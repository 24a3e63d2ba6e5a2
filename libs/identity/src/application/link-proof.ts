import { hashToken, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { LinkExpired, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInReads } from '../persistence/sign-in.reads.js';
import { type SignInLinkKind } from '../persistence/sign-in-link.store.js';
import { Attempts } from './attempts.js';

/** Whose link a token opens; nothing is used up yet. Guesses are counted per network. */
@Injectable()
export class LinkProof {
  constructor(
    private readonly attempts: Attempts,
    private readonly reads: SignInReads,
  ) {}

  async of(kind: SignInLinkKind, input: { token: string; visitor: Visitor }): Promise<{ linkId: string; personId: string } | LinkExpired | TooManyAttempts> {
    const attempt = await this.attempts.begin('token', kind, input.visitor);
    if (isProblem(attempt)) return attempt;
    const link = await this.reads.link(hashToken(input.token), kind);
    if (!link) return new LinkExpired();
    await attempt.succeeded();
    return link;
  }
}
