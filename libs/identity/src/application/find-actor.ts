import { Actor, hashToken, type Language } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type SessionActorRow, SessionReads } from '../persistence/session.reads.js';

interface RequestFacts {
  readonly requestId?: string;
  /** Language that the browser asks for; the person's own choice goes before it. */
  readonly language?: Language;
  /** Do not count this look as a use of the session: for the re-check of an open event stream. */
  readonly quietly?: boolean;
}

/** A token of another length was never one of ours; nothing longer is hashed. */
const TOKEN = /^[\w-]{43}$/;

/** Who stands behind a session token, with the rights of this moment: what was revoked is gone with the next request. */
@Injectable()
export class FindActor {
  constructor(private readonly sessions: SessionReads) {}

  /**
   * One statement. Undefined when the session is unknown, ended, run out or waits for its second factor, and when the person is
   * suspended. Memberships are the active ones of organisations that are not archived.
   */
  async bySession(token: string | undefined, request: RequestFacts = {}): Promise<Actor | undefined> {
    if (!token || !TOKEN.test(token)) return undefined;
    const row = await this.sessions.actorOf(hashToken(token), request.quietly ?? false);
    return row && actorFrom(row, request.requestId);
  }

  /** The same of many sessions in one statement and in their order, without counting as a use of any. */
  async bySessions(asked: readonly { readonly token: string; readonly requestId?: string }[]): Promise<readonly (Actor | undefined)[]> {
    const rows = await this.sessions.actorsOf(asked.map(({ token }) => hashToken(token)));
    return asked.map(({ token, requestId }, place) => {
      const row = TOKEN.test(token) ? rows.get(place) : undefined;
      return row && actorFrom(row, requestId);
    });
  }
}

const actorFrom = (row: SessionActorRow, requestId: string | undefined): Actor =>
  Actor.person({
    personId: row.person_id,
    memberships: row.memberships,
    platformAdmin: row.platform_admin,
    language: row.language,
    sessionId: row.session_id,
    renewalDue: row.renewal_due,
    requestId,
  });
