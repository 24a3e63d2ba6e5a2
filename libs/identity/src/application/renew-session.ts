import { type Actor, Database, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Visitor } from '../domain/visitor.js';
import { SessionStore } from '../persistence/session.store.js';
import { type StartedSession, StartSession } from './start-session.js';

/**
 * The rights behind a session were changed by somebody else (Actor.renewalDue): its next request gets a new id. The old one lives five
 * seconds longer for the requests that are under way; of several at once one renews, the others keep what they have.
 */
@Injectable()
export class RenewSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly startSession: StartSession,
  ) {}

  execute(actor: Actor, visitor: Visitor): Promise<StartedSession | NotFound> {
    return this.database.as(actor, async (tx) => {
      const old = await this.sessions.retire(tx, actor.sessionId);
      if (!old || !actor.personId) return new NotFound('session');
      return this.startSession.execute(tx, actor.personId, { ...old, visitor });
    });
  }
}
