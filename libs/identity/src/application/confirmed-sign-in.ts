import { isProblem, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, CodeRefused } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type PendingSession } from '../persistence/sign-in.reads.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';
import { SecondFactorProof } from './second-factor-proof.js';
import { SecurityNotices } from './security-notices.js';

/** The inner half of ConfirmSecondFactor, in the transaction of the person who waits: use the code up, then in by the one door. */
@Injectable()
export class ConfirmedSignIn {
  constructor(
    private readonly proof: SecondFactorProof,
    private readonly completeSignIn: CompleteSignIn,
    private readonly notices: SecurityNotices,
  ) {}

  async execute(tx: Tx, pending: PendingSession, input: { pendingToken: string; code: string; visitor: Visitor }): Promise<SignedIn | CodeRefused | AccountSuspended> {
    const kind = await this.proof.accept(tx, input.code);
    if (!kind) return new CodeRefused();
    const how = { way: pending.way, visitor: input.visitor, heldToken: input.pendingToken, secondFactorShown: true };
    const signedIn = await this.completeSignIn.execute(tx, how);
    if (kind === 'recovery' && !isProblem(signedIn)) await this.notices.tell(tx, { event: 'recovery-code-used', sessionId: signedIn.session.id });
    return signedIn;
  }
}
