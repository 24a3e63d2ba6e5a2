import { type Actor, Database, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type Visitor } from '../domain/visitor.js';
import { SessionStore } from '../persistence/session.store.js';
import { type StartedSession, StartSession } from './start-session.js';

/**
 * The rights behind a session were changed by somebody else (Actor.renewalDue): its next request gets a new id; of several at once one
 * renews, the others keep what they have. The answer that carries the new id may be lost (a page left, a line that broke), so the old one
 * ends only when the new one has come.
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
      return this.startSession.execute(tx, actor.personId, { ...old, visitor, replaces: actor.sessionId });
    });
  }
}
