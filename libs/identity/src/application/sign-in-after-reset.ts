import { isProblem, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, LinkExpired } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInLinkStore } from '../persistence/sign-in-link.store.js';
import { type ChosenPassword, ChoosePassword } from './choose-password.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';
import { SecurityNotices } from './security-notices.js';

interface Reset {
  readonly linkId: string;
  readonly chosen: ChosenPassword;
  readonly visitor: Visitor;
  readonly heldToken?: string;
}

/** The inner half of ResetPassword, in the transaction of the person whose link it is: use the link up, store, end all, sign in anew. */
@Injectable()
export class SignInAfterReset {
  constructor(
    private readonly links: SignInLinkStore,
    private readonly passwords: ChoosePassword,
    private readonly completeSignIn: CompleteSignIn,
    private readonly notices: SecurityNotices,
  ) {}

  async execute(tx: Tx, { linkId, chosen, visitor, heldToken }: Reset): Promise<SignedIn | LinkExpired | AccountSuspended> {
    if (!(await this.links.use(tx, linkId))) return new LinkExpired();
    await this.passwords.store(tx, chosen);
    const signedIn = await this.completeSignIn.execute(tx, { way: 'reset', visitor, heldToken });
    if (isProblem(signedIn)) return signedIn;
    await this.notices.endOthersAndTell(tx, { event: 'password-changed', sessionId: signedIn.session.id });
    return signedIn;
  }
}
