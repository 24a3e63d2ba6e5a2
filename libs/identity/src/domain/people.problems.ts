import { Problem } from '@app/platform';

/** Somebody with this address is in the organisation already, under whatever state; `personId` says who. */
export class AlreadyMember extends Problem {
  readonly code = 'ALREADY_MEMBER';
  constructor(readonly personId: string) {
    super();
  }
}

/** The organisation would be left without a manager. */
export class LastManager extends Problem {
  readonly code = 'LAST_MANAGER';
}

/** The person has accepted already: there is nobody to invite. */
export class HasJoined extends Problem {
  readonly code = 'HAS_JOINED';
}

/** The link opens nothing: unknown, used, withdrawn or older than fourteen days. */
export class InvitationVoid extends Problem {
  readonly code = 'INVITATION_VOID';
  constructor(readonly why: 'unknown' | 'accepted' | 'withdrawn' | 'expired') {
    super();
  }
}

/** There is an account with this address: whoever has it signs in and opens the link again. Told only to who holds the link. */
export class SignInFirst extends Problem {
  readonly code = 'SIGN_IN_FIRST';
  constructor(readonly email: string) {
    super();
  }
}

/** Both have signed in: only the human can say that they are one. */
export class BothHaveJoined extends Problem {
  readonly code = 'BOTH_HAVE_JOINED';
}

/** The import was started for real, or is over. */
export class ImportNotOpen extends Problem {
  readonly code = 'IMPORT_NOT_OPEN';
}
