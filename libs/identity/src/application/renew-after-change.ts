import { NotFound, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Visitor } from '../domain/visitor.js';
import { AccountStore } from '../persistence/account.store.js';
import { SessionStore } from '../persistence/session.store.js';
import { type SecurityEvent, SecurityNotices } from './security-notices.js';
import { type StartedSession, StartSession } from './start-session.js';

interface Changed {
  readonly event: SecurityEvent;
  readonly visitor: Visitor;
}

/**
 * After the person signed in changed how he signs in: the session in which he did it gets a new id, every other one ends, and he is
 * told. How he came in stays noted as it was; a session that ended meanwhile is not brought back to life.
 */
@Injectable()
export class RenewAfterChange {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly startSession: StartSession,
    private readonly notices: SecurityNotices,
  ) {}

  async execute(tx: Tx, { event, visitor }: Changed): Promise<StartedSession | NotFound> {
    const [way, account] = [await this.sessions.replace(tx, tx.actor.sessionId), await this.accounts.own(tx)];
    if (!way || !account) return new NotFound('session');
    const session = await this.startSession.execute(tx, account.personId, { way, secondFactor: account.secondFactor ? 'passed' : 'none', visitor });
    await this.notices.endOthersAndTell(tx, { event, sessionId: session.id });
    return session;
  }
}
