import { Problem } from '@app/platform';

/** Address and password do not belong together, or the address has no account: one answer for both. */
export class SignInRefused extends Problem {
  readonly code = 'SIGN_IN_REFUSED';
}

/** Too many attempts for this account or from this network; the same for addresses without an account. */
export class TooManyAttempts extends Problem {
  readonly code = 'TOO_MANY_ATTEMPTS';
  constructor(readonly waitMinutes: number) {
    super();
  }

  static forSeconds(seconds: number): TooManyAttempts {
    return new TooManyAttempts(Math.max(1, Math.ceil(seconds / 60)));
  }
}

/** The account or every membership is suspended. Told only to who proved to be the person. */
export class AccountSuspended extends Problem {
  readonly code = 'ACCOUNT_SUSPENDED';
}

/** The link was used, is too old, or never existed. */
export class LinkExpired extends Problem {
  readonly code = 'LINK_EXPIRED';
}

/** The code of the second factor is wrong, was used before, or the sign-in it belongs to ran out. */
export class CodeRefused extends Problem {
  readonly code = 'CODE_REFUSED';
}

/** The password given to confirm a change is not the account's. */
export class PasswordRefused extends Problem {
  readonly code = 'PASSWORD_REFUSED';
}

/** The account has no password to show, and its sign-in is too long ago to stand in for one. */
export class SignInAgain extends Problem {
  readonly code = 'SIGN_IN_AGAIN';
}

/** A second factor is active already: it is removed first. */
export class SecondFactorActive extends Problem {
  readonly code = 'SECOND_FACTOR_ACTIVE';
}

/** Another account has this address. */
export class AddressTaken extends Problem {
  readonly code = 'ADDRESS_TAKEN';
}

/** The installation has a platform admin: set-up links are for an installation without any. */
export class InstallationHasAdmin extends Problem {
  readonly code = 'INSTALLATION_HAS_ADMIN';
}

/** Why a sign-in by a provider did not come about. */
export type ProviderRefusal = 'flow' | 'unreachable' | 'answer' | 'denied' | 'taken';

/**
 * The provider's answer was not accepted. flow: it belongs to no sign-in that this browser began, or came too late; unreachable; answer:
 * its checks failed (signature, issuer, audience, nonce, code); denied: refused there; taken: that user is somebody else here.
 */
export class ProviderRefused extends Problem {
  readonly code = 'PROVIDER_REFUSED';
  constructor(
    readonly reason: ProviderRefusal,
    /** For the log of the operator; never shown. */
    readonly detail?: string,
  ) {
    super();
  }
}

/** The link in the mail was opened in another browser than the one that was at the provider. */
export class OtherBrowser extends Problem {
  readonly code = 'OTHER_BROWSER';
}
