export { AcceptSetupLink, type AcceptSetupLinkInput } from './application/accept-setup-link.js';
export { ActivateSecondFactor, type SecondFactorActivated } from './application/activate-second-factor.js';
export { ChangePassword } from './application/change-password.js';
export { CompleteSignIn, type SignedIn } from './application/complete-sign-in.js';
export { ConfirmSecondFactor } from './application/confirm-second-factor.js';
export { CreateSetupLink, type SetupLink } from './application/create-setup-link.js';
export { EndSession } from './application/end-session.js';
export { EnrolSecondFactor, type SecondFactorOffer } from './application/enrol-second-factor.js';
export { FindMe } from './application/find-me.js';
export { ListSessions, type OwnSession } from './application/list-sessions.js';
export { type NewAccount, OpenAccount } from './application/open-account.js';
export { PasswordHasher } from './application/password-hasher.js';
export { RemoveSecondFactor } from './application/remove-second-factor.js';
export { RenewSession } from './application/renew-session.js';
export { RequestSignInLink } from './application/request-sign-in-link.js';
export { ResetPassword } from './application/reset-password.js';
export { SignIn } from './application/sign-in.js';
export { SignInWithLink } from './application/sign-in-with-link.js';
export { SignOut } from './application/sign-out.js';
export { UpdateMyAccount } from './application/update-my-account.js';
export { type Me, type MyOrganisation } from './persistence/me.reads.js';
export { type ListedSession } from './persistence/session.store.js';
export { passwordFaults } from './domain/password-policy.js';
export {
  AccountSuspended,
  AddressTaken,
  CodeRefused,
  InstallationHasAdmin,
  LinkExpired,
  PasswordRefused,
  SecondFactorActive,
  SignInRefused,
  TooManyAttempts,
} from './domain/sign-in.problems.js';
export { FindActor } from './application/find-actor.js';
export { type StartedSession, StartSession } from './application/start-session.js';
export { type SecondFactorState, type WayIn } from './domain/session.js';
export { type Visitor } from './domain/visitor.js';
export { IdentityModule } from './identity.module.js';
export { CoordinatorsOversee } from './application/coordinators-oversee.js';
export * from './people.index.js';
