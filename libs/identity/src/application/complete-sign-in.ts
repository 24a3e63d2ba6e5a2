import { hashToken, type Tx } from '@app/platform';
import { PostMessages } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { type SecondFactorState, type WayIn } from '../domain/session.js';
import { AccountSuspended } from '../domain/sign-in.problems.js';
import { deviceLabel, type Visitor } from '../domain/visitor.js';
import { AccountStore, type OwnAccount } from '../persistence/account.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { type StartedSession, StartSession } from './start-session.js';

interface WhoCameIn {
  readonly way: WayIn;
  readonly visitor: Visitor;
  /** Token of the session that the browser holds: it ends, so that a sign-in always has a new id. */
  readonly heldToken?: string;
  /** Set by ConfirmSecondFactor alone. */
  readonly secondFactorShown?: boolean;
}

/** The person is in, or half in: a session whose second factor is pending opens nothing but the second-factor operations. */
export interface SignedIn {
  readonly personId: string;
  readonly session: StartedSession;
}

/**
 * The one door: password, link, provider, invitation, reset and set-up link all end here, so that nothing gets in past a suspension
 * or a second factor. Runs in a transaction of the person who proved to be himself.
 */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly startSession: StartSession,
    private readonly postMessages: PostMessages,
  ) {}

  async execute(tx: Tx, how: WhoCameIn): Promise<SignedIn | AccountSuspended> {
    const account = await this.accounts.own(tx);
    if (!account || !(await this.accounts.maySignIn(tx))) return new AccountSuspended();
    if (how.heldToken) await this.sessions.endByToken(tx, hashToken(how.heldToken), 'replaced');
    const secondFactor = secondFactorState(account, how);
    const session = await this.startSession.execute(tx, account.personId, { way: how.way, secondFactor, visitor: how.visitor });
    if (secondFactor !== 'pending') await this.tellOfNewDevice(tx, account, session, how.visitor);
    return { personId: account.personId, session };
  }

  private async tellOfNewDevice(tx: Tx, account: OwnAccount, session: StartedSession, visitor: Visitor): Promise<void> {
    if (!(await this.sessions.isOnNewDevice(tx, session.id, deviceLabel(visitor.userAgent)))) return;
    const subject = { kind: 'session', id: session.id };
    await this.postMessages.execute(tx, { personId: account.personId, type: 'identity.new-device', subject, address: account.email, urgent: true });
  }
}

function secondFactorState(account: OwnAccount, how: WhoCameIn): SecondFactorState {
  if (!account.secondFactor) return 'none';
  return how.secondFactorShown ? 'passed' : 'pending';
}
