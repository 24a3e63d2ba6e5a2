export { AcceptSetupLink, type AcceptSetupLinkInput } from './application/accept-setup-link.js';
export { ActivateSecondFactor, type SecondFactorActivated } from './application/activate-second-factor.js';
export { ChangeMyAddress } from './application/change-my-address.js';
export { ChangePassword } from './application/change-password.js';
export { CompleteSignIn, type SignedIn } from './application/complete-sign-in.js';
export { ConfirmAddressChange } from './application/confirm-address-change.js';
export { ConfirmSecondFactor } from './application/confirm-second-factor.js';
export { CreateSetupLink, type SetupLink } from './application/create-setup-link.js';
export { EndSession } from './application/end-session.js';
export { EnrolSecondFactor, type SecondFactorOffer } from './application/enrol-second-factor.js';
export { FindMe } from './application/find-me.js';
export { ListSessions, type OwnSession } from './application/list-sessions.js';
export { type NewAccount, OpenAccount } from './application/open-account.js';
export { PasswordHasher } from './application/password-hasher.js';
export { RemoveSecondFactorOf } from './application/remove-second-factor-of.js';
export { RemoveSecondFactor } from './application/remove-second-factor.js';
export { RenewSession } from './application/renew-session.js';
export { RequestSignInLink } from './application/request-sign-in-link.js';
export { ResetPassword } from './application/reset-password.js';
export { SignIn } from './application/sign-in.js';
export { SignInWithLink } from './application/sign-in-with-link.js';
export { SignOut } from './application/sign-out.js';
export { StopAddressChange } from './application/stop-address-change.js';
export { UpdateMyAccount } from './application/update-my-account.js';
export { WithdrawAddressChange } from './application/withdraw-address-change.js';
export { type Me, type MyOrganisation } from './persistence/me.reads.js';
export { type ListedSession } from './persistence/session.store.js';
export { passwordFaults } from './domain/password-policy.js';
export {
  AccountSuspended,
  AddressTaken,
  CodeRefused,
  InstallationHasAdmin,
  LinkExpired,
  OtherBrowser,
  PasswordRefused,
  type ProviderRefusal,
  ProviderRefused,
  SecondFactorActive,
  SignInAgain,
  SignInRefused,
  TooManyAttempts,
} from './domain/sign-in.problems.js';
export { FindActor } from './application/find-actor.js';
export { type StartedSession, StartSession } from './application/start-session.js';
export { type SecondFactorState, type WayIn } from './domain/session.js';
export { type Visitor } from './domain/visitor.js';
export { AddSignInProvider, type AddSignInProviderInput } from './application/add-sign-in-provider.js';
export { ConfirmProviderLink } from './application/confirm-provider-link.js';
export { FinishProviderSignIn } from './application/finish-provider-sign-in.js';
export { ListLinkedIdentities } from './application/list-linked-identities.js';
export { ListSignInProviders } from './application/list-sign-in-providers.js';
export { type Arrival } from './application/provider-arrivals.js';
export { ProviderDirectory } from './application/provider-directory.js';
export { FLOW_MINUTES } from './application/provider-flows.js';
export { RemoveSignInProvider } from './application/remove-sign-in-provider.js';
export { type SignOutThere } from './application/provider-sign-out.js';
export { StartInvitedSignIn } from './application/start-invited-sign-in.js';
export { type StartedFlow, StartProviderSignIn } from './application/start-provider-sign-in.js';
export { UnlinkIdentity } from './application/unlink-identity.js';
export { UpdateSignInProvider, type UpdateSignInProviderInput } from './application/update-sign-in-provider.js';
export { returnPath } from './domain/return-path.js';
export { type LinkedIdentity } from './persistence/sign-in-identity.store.js';
export { type OfferedProvider, type SignInProvider } from './persistence/sign-in-provider.store.js';
