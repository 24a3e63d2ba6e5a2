import { AcceptSetupLink } from './application/accept-setup-link.js';
import { ActivateSecondFactor } from './application/activate-second-factor.js';
import { Attempts } from './application/attempts.js';
import { ChangePassword } from './application/change-password.js';
import { ChoosePassword } from './application/choose-password.js';
import { CompleteSignIn } from './application/complete-sign-in.js';
import { ConfirmSecondFactor } from './application/confirm-second-factor.js';
import { ConfirmedSignIn } from './application/confirmed-sign-in.js';
import { CreateSetupLink } from './application/create-setup-link.js';
import { EndSession } from './application/end-session.js';
import { EnrolSecondFactor } from './application/enrol-second-factor.js';
import { FindMe } from './application/find-me.js';
import { FindActor } from './application/find-actor.js';
import { FirstAdmin } from './application/first-admin.js';
import { LinkProof } from './application/link-proof.js';
import { ListSessions } from './application/list-sessions.js';
import { OpenAccount } from './application/open-account.js';
import { PasswordHasher } from './application/password-hasher.js';
import { PasswordProof } from './application/password-proof.js';
import { RemoveSecondFactorOf } from './application/remove-second-factor-of.js';
import { RemoveSecondFactor } from './application/remove-second-factor.js';
import { RenewAfterChange } from './application/renew-after-change.js';
import { RenewSession } from './application/renew-session.js';
import { RequestSignInLink } from './application/request-sign-in-link.js';
import { ResetPassword } from './application/reset-password.js';
import { SecondFactorProof } from './application/second-factor-proof.js';
import { SecurityNotices } from './application/security-notices.js';
import { SendSignInLink } from './application/send-sign-in-link.js';
import { SignIn } from './application/sign-in.js';
import { SignInAfterReset } from './application/sign-in-after-reset.js';
import { SignInMessages } from './application/sign-in-messages.js';
import { SignInWithLink } from './application/sign-in-with-link.js';
import { SignOut } from './application/sign-out.js';
import { StartSession } from './application/start-session.js';
import { UpdateMyAccount } from './application/update-my-account.js';
import { AccountStore } from './persistence/account.store.js';
import { MeReads } from './persistence/me.reads.js';
import { SecondFactorStore } from './persistence/second-factor.store.js';
import { SessionReads } from './persistence/session.reads.js';
import { SessionStore } from './persistence/session.store.js';
import { SetupLinkStore } from './persistence/setup-link.store.js';
import { SignInLinkStore } from './persistence/sign-in-link.store.js';
import { SignInReads } from './persistence/sign-in.reads.js';

const ways = [SignIn, RequestSignInLink, SignInWithLink, ResetPassword, ConfirmSecondFactor, CreateSetupLink, AcceptSetupLink, CompleteSignIn, SignOut];
const sessions = [FindActor, StartSession, RenewSession, ListSessions, EndSession];
const ownAccount = [FindMe, UpdateMyAccount, OpenAccount, ChangePassword, EnrolSecondFactor, ActivateSecondFactor, RemoveSecondFactor, RemoveSecondFactorOf];

/** Accounts, sessions and every way in. */
export const signInUseCases = [...ways, ...sessions, ...ownAccount, PasswordHasher];

const proofs = [Attempts, PasswordProof, LinkProof, SecondFactorProof];
const innerSteps = [ChoosePassword, ConfirmedSignIn, FirstAdmin, RenewAfterChange, SecurityNotices, SendSignInLink, SignInAfterReset, SignInMessages];
const stores = [AccountStore, MeReads, SecondFactorStore, SessionReads, SessionStore, SetupLinkStore, SignInLinkStore, SignInReads];

export const signInStores = [...proofs, ...innerSteps, ...stores];
