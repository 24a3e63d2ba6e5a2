import { hashToken, isProblem, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, LinkExpired, OtherBrowser, ProviderRefused } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { SignInIdentityStore } from '../persistence/sign-in-identity.store.js';
import { SignInLinkStore } from '../persistence/sign-in-link.store.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';
import { SecurityNotices } from './security-notices.js';

interface Confirmed {
  readonly linkId: string;
  readonly browserToken?: string;
  readonly visitor: Visitor;
  readonly heldToken?: string;
}

/** The inner half of ConfirmProviderLink, in the transaction of the person whose mail it is. */
@Injectable()
export class LinkConfirmed {
  constructor(
    private readonly links: SignInLinkStore,
    private readonly identities: SignInIdentityStore,
    private readonly completeSignIn: CompleteSignIn,
    private readonly notices: SecurityNotices,
  ) {}

  async execute(tx: Tx, { linkId, browserToken, visitor, heldToken }: Confirmed): Promise<SignedIn | LinkExpired | OtherBrowser | ProviderRefused | AccountSuspended> {
    const user = await this.links.linkingUser(tx, linkId);
    if (!user) return new LinkExpired();
    if (!browserToken || !hashToken(browserToken).equals(user.browserHash)) return new OtherBrowser();
    if (!(await this.links.use(tx, linkId))) return new LinkExpired();
    if (!(await this.identities.link(tx, user))) return new ProviderRefused('taken');
    const signedIn = await this.completeSignIn.execute(tx, { way: 'oidc', visitor, heldToken });
    if (!isProblem(signedIn)) await this.notices.tell(tx, { event: 'provider-linked', sessionId: signedIn.session.id });
    return signedIn;
  }
}
