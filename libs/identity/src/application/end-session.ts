import { type Actor, Database, isUuid, NotFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SessionStore } from '../persistence/session.store.js';

/** Signs a device out; a session of somebody else looks like one that never existed. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
  ) {}

  async execute(actor: Actor, input: { sessionId: string }): Promise<{ sessionId: string } | NotFound> {
    if (!isUuid(input.sessionId)) return new NotFound('session');
    return this.database.as(actor, async (tx) => ((await this.sessions.end(tx, input.sessionId, 'ended-by-person')) ? { sessionId: input.sessionId } : new NotFound('session')));
  }
}
