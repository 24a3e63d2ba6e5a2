import { type Actor, isProblem, type NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type AccountSuspended, type ProviderRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
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
  /** Nobody here is this user yet. Whether a mail was sent is not told; the token goes into a cookie of this browser. */
  | { readonly kind: 'confirm-by-mail'; readonly browserToken: string };

interface Arrived {
  readonly flow: ProviderFlow;
  readonly claims: ProviderClaims;
  readonly browser: { readonly visitor: Visitor; readonly heldToken?: string; readonly requestId?: string };
}

/** A user of a provider is linked by the person signed in, or by a link in his mail; never because an address looks the same. */
@Injectable()
export class ProviderArrivals {
  constructor(
    private readonly linkToSelf: LinkToSelf,
    private readonly signInAsUser: SignInAsUser,
    private readonly askToLink: AskToLink,
  ) {}

  async execute(actor: Actor, { flow, claims, browser }: Arrived): Promise<Arrival | ProviderRefused | AccountSuspended | TooManyAttempts | NotFound> {
    const { returnTo, linkFor, providerId } = flow;
    const user = { providerId, subject: claims.subject, label: claims.label };
    if (linkFor) {
      const session = await this.linkToSelf.execute(actor, { linkFor, user, visitor: browser.visitor });
      return isProblem(session) ? session : { kind: 'linked', session, returnTo };
    }
    const signedIn = await this.signInAsUser.execute(user, browser);
    if (signedIn) return isProblem(signedIn) ? signedIn : { kind: 'signed-in', signedIn, returnTo };
    const asked = await this.askToLink.execute({ ...user, verifiedEmail: claims.verifiedEmail }, browser);
    return isProblem(asked) ? asked : { kind: 'confirm-by-mail', ...asked };
  }
}
