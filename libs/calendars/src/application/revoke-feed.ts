import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, NotFound } from '@app/platform';
import { CalendarFeedStore } from '../persistence/calendar-feed.store.js';

/** Ends an address for good. */
@Injectable()
export class RevokeFeed {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarFeedStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, feedId: string): Promise<{ readonly feedId: string } | NotFound> {
    return this.database.as<{ readonly feedId: string } | NotFound>(actor, async (tx) => {
      const feed = await this.store.lock(tx, feedId);
      if (!feed || feed.personId !== actor.personId) return new NotFound('calendar');
      await this.store.revoke(tx, feedId);
      await this.changes.append(tx, { organisationId: feed.organisationId ?? undefined, subjectKind: 'calendar-feed', subjectId: feedId, version: feed.version + 1, kind: 'revoked', personId: feed.personId });
      return { feedId };
    });
  }
}
