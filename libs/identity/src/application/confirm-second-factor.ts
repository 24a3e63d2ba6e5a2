import { Actor, Database, hashToken } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, CodeRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInReads } from '../persistence/sign-in.reads.js';
import { type SignedIn } from './complete-sign-in.js';
import { ConfirmedSignIn } from './confirmed-sign-in.js';
import { SecondFactorProof } from './second-factor-proof.js';

interface ConfirmInput {
  /** Token of the session that waits, from the cookie. */
  readonly pendingToken: string;
  /** Six figures of the authenticator app, or a recovery code. */
  readonly code: string;
  readonly visitor: Visitor;
  readonly requestId?: string;
}

/** The second half of a sign-in. The session gets a new id with its new rights. */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly reads: SignInReads,
    private readonly proof: SecondFactorProof,
    private readonly inside: ConfirmedSignIn,
  ) {}

  async execute(input: ConfirmInput): Promise<SignedIn | CodeRefused | TooManyAttempts | AccountSuspended> {
    const pending = await this.reads.pendingSession(hashToken(input.pendingToken));
    if (!pending) return new CodeRefused();
    const actor = Actor.person({ personId: pending.personId, language: pending.language, requestId: input.requestId });
    return this.proof.counted(pending.personId, input.visitor, () => this.database.as(actor, (tx) => this.inside.execute(tx, pending, input)));
  }
}
