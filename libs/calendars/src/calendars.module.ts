import { Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { CreateFeed } from './application/create-feed.js';
import { ListFeeds } from './application/list-feeds.js';
import { RenewFeed } from './application/renew-feed.js';
import { RevokeFeed } from './application/revoke-feed.js';
import { ServeFeed } from './application/serve-feed.js';
import { CalendarFeedStore } from './persistence/calendar-feed.store.js';
import { FeedReads } from './persistence/feed.reads.js';

const useCases = [CreateFeed, ListFeeds, RenewFeed, RevokeFeed, ServeFeed];

@Module({ imports: [IdentityModule], providers: [CalendarFeedStore, FeedReads, ...useCases], exports: useCases })
export class CalendarsModule {}
