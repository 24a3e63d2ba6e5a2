import { Actor, Database, hashToken } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SessionStore } from '../persistence/session.store.js';

/** Ends the session that the browser holds, complete or pending. Nothing happens where it is none. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
  ) {}

  execute(heldToken: string): Promise<void> {
    return this.database.as(Actor.anonymous(), (tx) => this.sessions.endByToken(tx, hashToken(heldToken), 'signed-out'));
  }
}
