import { Actor, isProblem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type InvitationVoid, SignInFirst } from '../domain/people.problems.js';
import { type AccountSuspended, type ProviderRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type ProviderUser } from '../persistence/sign-in-identity.store.js';
import { AcceptInvitation } from './accept-invitation.js';
import { type SignedIn } from './complete-sign-in.js';
import { SignInAsUser } from './sign-in-as-user.js';

interface Invited {
  readonly user: ProviderUser;
  /** Of the invitation; it came with the sealed flow of this browser. */
  readonly token: string;
  readonly browser: { readonly visitor: Visitor; readonly heldToken?: string; readonly requestId?: string };
}

type Refusal = InvitationVoid | AccountSuspended | ProviderRefused | TooManyAttempts;

/** The page that shows an invitation. The token stands behind #, so that no server, proxy or log sees it. */
export const invitationPage = (token: string): string => `/invitation#${token}`;

/**
 * Somebody with an invitation comes back from the provider of the organisation that invites. The link proved his mailbox, the provider who
 * he is there. Known as that user: he is in, and takes the invitation. Nobody yet: he gets the account. An account that has the address
 * already is not handed to a user of a provider: its human signs in first.
 */
@Injectable()
export class ArriveInvited {
  constructor(
    private readonly signInAsUser: SignInAsUser,
    private readonly accept: AcceptInvitation,
  ) {}

  async execute({ user, token, browser }: Invited): Promise<{ signedIn: SignedIn; returnTo: string } | { signInFirst: string } | Refusal> {
    const signedIn = await this.signInAsUser.execute(user, browser);
    if (isProblem(signedIn)) return signedIn;
    if (signedIn) return { signedIn, returnTo: await this.taken(signedIn, token, browser) };
    const accepted = await this.accept.execute(Actor.anonymous({ requestId: browser.requestId }), { token, user, visitor: browser.visitor, heldToken: browser.heldToken });
    if (accepted instanceof SignInFirst) return { signInFirst: invitationPage(token) };
    if (isProblem(accepted)) return accepted as Refusal;
    if (!accepted.signedIn) throw new Error('A newcomer was not signed in.');
    return { signedIn: accepted.signedIn, returnTo: '/' };
  }

  /** Whoever still owes a second factor, or may not take it, finds the invitation again. */
  private async taken({ personId, session }: SignedIn, token: string, { visitor, requestId }: Invited['browser']): Promise<string> {
    if (session.secondFactor === 'pending') return invitationPage(token);
    const accepted = await this.accept.execute(Actor.person({ personId, requestId }), { token, visitor });
    return isProblem(accepted) ? invitationPage(token) : '/';
  }
}
