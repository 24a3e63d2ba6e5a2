import { Injectable } from '@nestjs/common';
import { isProblem, type Tx } from '@app/platform';
import { InvitationVoid, SignInFirst } from '../domain/people.problems.js';
import { type AccountSuspended, ProviderRefused } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type OpenedInvitation } from '../persistence/invitation.store.js';
import { type ProviderUser, SignInIdentityStore } from '../persistence/sign-in-identity.store.js';
import { CompleteSignIn, type SignedIn } from './complete-sign-in.js';
import { JoinOrganisation } from './join-organisation.js';
import { type NewAccount, OpenAccount } from './open-account.js';

/** The human is in the organisation now; `signedIn` where that opened a session. */
export interface AcceptedInvitation {
  readonly organisationId: string;
  readonly personId: string;
  readonly signedIn?: SignedIn;
}

interface Newcomer {
  readonly account: NewAccount;
  /** The user of a provider that he signed in as; opens the account from now on. */
  readonly user?: ProviderUser;
  readonly visitor: Visitor;
  readonly heldToken?: string;
}

/** The inner half of AcceptInvitation: all or nothing, in a transaction of the human who accepts. */
@Injectable()
export class TakeInvitation {
  constructor(
    private readonly joinOrganisation: JoinOrganisation,
    private readonly openAccount: OpenAccount,
    private readonly identities: SignInIdentityStore,
    private readonly completeSignIn: CompleteSignIn,
  ) {}

  /** By somebody who is signed in. */
  async into(tx: Tx, invitation: OpenedInvitation, personId: string): Promise<AcceptedInvitation | InvitationVoid> {
    const refused = await this.joinOrganisation.execute(tx, invitation, personId);
    return refused ?? { organisationId: invitation.organisationId, personId };
  }

  /** By somebody without an account, who gets one and a session. */
  async asNewcomer(tx: Tx, invitation: OpenedInvitation, { account, user, visitor, heldToken }: Newcomer): Promise<AcceptedInvitation | InvitationVoid | SignInFirst | AccountSuspended | ProviderRefused> {
    const { organisationId, personId } = invitation;
    const refused = await this.joinOrganisation.execute(tx, invitation, personId);
    if (refused) return refused;
    if (await this.openAccount.execute(tx, account)) return new SignInFirst(account.email);
    if (user && !(await this.identities.link(tx, user))) return new ProviderRefused('taken');
    const signedIn = await this.completeSignIn.execute(tx, { way: user ? 'oidc' : 'invitation', visitor, heldToken });
    return isProblem(signedIn) ? signedIn : { organisationId, personId, signedIn };
  }
}
