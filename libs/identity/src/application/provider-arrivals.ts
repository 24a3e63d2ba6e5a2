import { type Actor, isProblem, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type InvitationVoid } from '../domain/people.problems.js';
import { type AccountSuspended, type ProviderRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type ProviderUser } from '../persistence/sign-in-identity.store.js';
import { ArriveInvited } from './arrive-invited.js';
import { AskToLink } from './ask-to-link.js';
import { type SignedIn } from './complete-sign-in.js';
import { LinkToSelf } from './link-to-self.js';
import { type ProviderClaims } from './provider-client.js';
import { type ProviderFlow } from './provider-flows.js';
import { SignInAsUser } from './sign-in-as-user.js';
import { type StartedSession } from './start-session.js';

/** How a checked answer of a provider ended. */
export type Arrival =
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn; readonly returnTo: string }
  | { readonly kind: 'linked'; readonly session: StartedSession; readonly returnTo: string }
  /** The address of the invitation has an account, which is not this user's: sign in with it, then go there. */
  | { readonly kind: 'sign-in-first'; readonly returnTo: string }
  /** Nobody here is this user yet. Whether a mail was sent is not told; the token goes into a cookie of this browser. */
  | { readonly kind: 'confirm-by-mail'; readonly browserToken: string };

interface Arrived {
  readonly flow: ProviderFlow;
  readonly claims: ProviderClaims;
  readonly browser: { readonly visitor: Visitor; readonly heldToken?: string; readonly requestId?: string };
}

type Refusal = ProviderRefused | AccountSuspended | TooManyAttempts | NotFound | InvitationVoid;

/** A user of a provider is linked by the person signed in, or by a link in his mail; never because an address looks the same. */
@Injectable()
export class ProviderArrivals {
  constructor(
    private readonly linkToSelf: LinkToSelf,
    private readonly signInAsUser: SignInAsUser,
    private readonly askToLink: AskToLink,
    private readonly arriveInvited: ArriveInvited,
  ) {}

  async execute(actor: Actor, { flow, claims, browser }: Arrived): Promise<Arrival | Refusal> {
    const { returnTo, linkFor, providerId, invitation } = flow;
    const user = { providerId, subject: claims.subject, label: claims.label };
    if (linkFor) {
      const session = await this.linkToSelf.execute(actor, { linkFor, user, visitor: browser.visitor });
      return isProblem(session) ? session : { kind: 'linked', session, returnTo };
    }
    if (invitation) return this.invited(user, invitation, browser);
    const signedIn = await this.signInAsUser.execute(user, browser);
    if (signedIn) return isProblem(signedIn) ? signedIn : { kind: 'signed-in', signedIn, returnTo };
    const asked = await this.askToLink.execute({ ...user, verifiedEmail: claims.verifiedEmail }, browser);
    return isProblem(asked) ? asked : { kind: 'confirm-by-mail', ...asked };
  }

  private async invited(user: ProviderUser, token: string, browser: Arrived['browser']): Promise<Arrival | Refusal> {
    const arrived = await this.arriveInvited.execute({ user, token, browser });
    if (isProblem(arrived)) return arrived;
    return 'signedIn' in arrived ? { kind: 'signed-in', ...arrived } : { kind: 'sign-in-first', returnTo: arrived.signInFirst };
  }
}
