import { type Tx } from '@app/platform';
import { PostMessages } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { AccountStore } from '../persistence/account.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { Audit } from './audit.js';

/** What may happen to a sign-in that its human must hear of, wherever it was done. */
export type SecurityEvent = 'password-changed' | 'second-factor-activated' | 'second-factor-removed' | 'recovery-code-used' | 'provider-linked' | 'provider-unlinked';

interface Happened {
  readonly event: SecurityEvent;
  /** The session in which it was done, after it got its new id. */
  readonly sessionId: string;
}

/** After a change of how somebody signs in: every other session ends, the trail has an entry, and a mail goes to the account's address. */
@Injectable()
export class SecurityNotices {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly audit: Audit,
    private readonly postMessages: PostMessages,
  ) {}

  async endOthersAndTell(tx: Tx, happened: Happened): Promise<void> {
    const reason = happened.event === 'password-changed' ? 'password-changed' : 'second-factor-changed';
    await this.sessions.endAll(tx, tx.actor.personId ?? '', reason, happened.sessionId);
    await this.tell(tx, happened);
  }

  async tell(tx: Tx, { event, sessionId }: Happened): Promise<void> {
    const account = await this.accounts.own(tx);
    if (!account) return;
    const { personId, email } = account;
    await this.audit.record(tx, { action: `account.${event}`, subject: { kind: 'account', id: personId }, personId });
    await this.postMessages.execute(tx, { personId, type: `identity.${event}`, subject: { kind: 'session', id: sessionId }, address: email, urgent: true });
  }
}
