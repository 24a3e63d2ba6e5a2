import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '@app/platform';
import { type CalendarFeed, CalendarFeedStore } from '../persistence/calendar-feed.store.js';

/** The addresses that the person made. */
@Injectable()
export class ListFeeds {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarFeedStore,
  ) {}

  execute(actor: Actor): Promise<readonly CalendarFeed[]> {
    return this.database.as(actor, (tx) => this.store.list(tx, actor.personId ?? ''));
  }
}
