import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, hashToken, newToken, NotFound, Settings } from '@app/platform';
import { CalendarFeedStore } from '../persistence/calendar-feed.store.js';
import { feedUrl, type GivenFeed } from './create-feed.js';

/** Gives an address a new token: the old one is dead at once. */
@Injectable()
export class RenewFeed {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarFeedStore,
    private readonly changes: Changes,
    private readonly settings: Settings,
  ) {}

  execute(actor: Actor, feedId: string): Promise<GivenFeed | NotFound> {
    return this.database.as<GivenFeed | NotFound>(actor, async (tx) => {
      const standing = await this.store.lock(tx, feedId);
      if (!standing || standing.personId !== actor.personId) return new NotFound('calendar');
      const token = newToken();
      const feed = await this.store.renew(tx, feedId, hashToken(token));
      await this.changes.append(tx, { organisationId: feed.organisationId ?? undefined, subjectKind: 'calendar-feed', subjectId: feedId, version: feed.version, kind: 'renewed', personId: feed.personId });
      return { feed, url: feedUrl(this.settings, token) };
    });
  }
}
