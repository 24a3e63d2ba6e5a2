import { type Actor, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type ListedSession, SessionStore } from '../persistence/session.store.js';

export interface OwnSession extends ListedSession {
  /** The one that asks. */
  readonly isCurrent: boolean;
}

/** The devices on which the person is signed in, last used first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
  ) {}

  async execute(actor: Actor): Promise<readonly OwnSession[]> {
    const sessions = await this.database.as(actor, (tx) => this.sessions.list(tx));
    return sessions.map((session) => ({ ...session, isCurrent: session.id === actor.sessionId }));
  }
}
