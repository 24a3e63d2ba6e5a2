import { Actor, Database, type InvalidInput, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, type LinkExpired, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { ChoosePassword } from './choose-password.js';
import { type SignedIn } from './complete-sign-in.js';
import { LinkProof } from './link-proof.js';
import { SignInAfterReset } from './sign-in-after-reset.js';

interface ResetInput {
  readonly token: string;
  readonly password: string;
  readonly visitor: Visitor;
  readonly heldToken?: string;
  readonly requestId?: string;
}

/** A new password by a link that came by mail. Ends every session and signs in anew; a second factor is owed all the same. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly proof: LinkProof,
    private readonly passwords: ChoosePassword,
    private readonly signInAnew: SignInAfterReset,
  ) {}

  async execute(input: ResetInput): Promise<SignedIn | InvalidInput | LinkExpired | AccountSuspended | TooManyAttempts> {
    const link = await this.proof.of('reset', input);
    if (isProblem(link)) return link;
    const actor = Actor.person({ personId: link.personId, requestId: input.requestId });
    const chosen = await this.passwords.prepare(actor, input.password, 'password');
    if (isProblem(chosen)) return chosen;
    return this.database.as(actor, (tx) => this.signInAnew.execute(tx, { ...input, linkId: link.linkId, chosen }));
  }
}
