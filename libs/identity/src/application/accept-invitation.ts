import { Injectable } from '@nestjs/common';
import { Actor, Database, type Fault, InvalidInput, isProblem, type Language } from '@app/platform';
import { textFaults, tidyLine } from '../domain/entered-text.js';
import { type InvitationVoid, SignInFirst } from '../domain/people.problems.js';
import { passwordFaults } from '../domain/password-policy.js';
import { type AccountSuspended, type ProviderRefused, type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { type OpenedInvitation } from '../persistence/invitation.store.js';
import { type ProviderUser } from '../persistence/sign-in-identity.store.js';
import { actingIn } from './acting-in.js';
import { FindInvitation } from './find-invitation.js';
import { PasswordHasher } from './password-hasher.js';
import { type AcceptedInvitation, TakeInvitation } from './take-invitation.js';

export interface AcceptInvitationInput {
  readonly token: string;
  readonly visitor: Visitor;
  /** The new account of somebody who has none: name as the human writes it, and a password; without one he signs in by link. */
  readonly account?: { readonly name?: string; readonly password?: string; readonly language?: Language };
  /** The user of the organisation's own provider that a newcomer has just signed in as; set by ArriveInvited alone. */
  readonly user?: ProviderUser;
  readonly heldToken?: string;
}

type Refusal = InvalidInput | InvitationVoid | SignInFirst | TooManyAttempts | AccountSuspended | ProviderRefused;

/**
 * The human takes the invitation that came by mail. Signed in: the provisional person is merged into the one he has. Not signed in and
 * without an account: he claims the provisional person and gets an account. With an account: he signs in first.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: Database,
    private readonly findInvitation: FindInvitation,
    private readonly takeInvitation: TakeInvitation,
    private readonly hasher: PasswordHasher,
  ) {}

  async execute(actor: Actor, input: AcceptInvitationInput): Promise<AcceptedInvitation | Refusal> {
    const found = await this.findInvitation.execute(input);
    if (isProblem(found)) return found;
    const isAnother = actor.personId !== undefined && actor.personId !== found.personId;
    if (found.claimed && (isAnother || !actor.personId)) return new SignInFirst(found.email);
    if (actor.personId) return this.asOneself(actor, actor.personId, found);
    return found.accountExists ? new SignInFirst(found.email) : this.asNewcomer(actor, found, input);
  }

  private asOneself(actor: Actor, personId: string, invitation: OpenedInvitation): Promise<AcceptedInvitation | InvitationVoid> {
    const acting = actingIn(actor, personId, { organisationId: invitation.organisationId, role: invitation.roles[0] ?? 'learner' });
    return this.database.as(acting, (tx) => this.takeInvitation.into(tx, invitation, personId));
  }

  private async asNewcomer(actor: Actor, invitation: OpenedInvitation, input: AcceptInvitationInput): Promise<AcceptedInvitation | Refusal> {
    const { organisationId, personId, email, givenName, familyName } = invitation;
    const { name = `${givenName} ${familyName}`, password, language = invitation.language } = input.account ?? {};
    const faults = newcomerFaults(email, name, password);
    if (faults.length > 0) return new InvalidInput(faults);
    const account = { email, name: tidyLine(name), language, verified: true, passwordHash: password ? await this.hasher.hash(password) : null };
    const newcomer = Actor.person({ personId, language, requestId: actor.requestId, memberships: [{ organisationId, role: invitation.roles[0] ?? 'learner' }] });
    return this.database.as(newcomer, (tx) => this.takeInvitation.asNewcomer(tx, invitation, { account, user: input.user, visitor: input.visitor, heldToken: input.heldToken }));
  }
}

function newcomerFaults(email: string, name: string, password?: string): readonly Fault[] {
  const weak = password ? passwordFaults(password, { email, name }, 'account.password') : [];
  return [...textFaults(name, { field: 'account.name', max: 200, required: true }), ...weak];
}
