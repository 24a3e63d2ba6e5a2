import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { SessionInvitations } from '@app/ledger';
import { CalendarScopes } from './application/calendar-scopes.js';
import { CreateFeed } from './application/create-feed.js';
import { ListFeeds } from './application/list-feeds.js';
import { ReadFeed } from './application/read-feed.js';
import { RenewFeed } from './application/renew-feed.js';
import { Invitations } from './application/invitations.js';
import { InviteAttendees } from './application/invite-attendees.js';
import { InviteToSeries } from './application/invite-to-series.js';
import { RevokeFeed } from './application/revoke-feed.js';
import { SeriesInvitations } from './application/series-invitations.js';
import { ServeFeed } from './application/serve-feed.js';
import { CalendarFeedStore } from './persistence/calendar-feed.store.js';
import { FeedReads } from './persistence/feed.reads.js';
import { InvitationStore } from './persistence/invitation.store.js';
import { ScopeStore } from './persistence/scope.store.js';
import { StrandStore } from './persistence/strand.store.js';

const useCases = [CreateFeed, ListFeeds, ReadFeed, RenewFeed, RevokeFeed, ServeFeed];

@Module({ imports: [IdentityModule], providers: [CalendarFeedStore, CalendarScopes, FeedReads, ScopeStore, ...useCases], exports: [CalendarScopes, ...useCases] })
export class CalendarsModule {}

/** The part that only workers have: invitations by mail. Global, because notices of change carry them along. */
@Global()
@Module({ providers: [InvitationStore, StrandStore, Invitations, SeriesInvitations, { provide: SessionInvitations, useExisting: Invitations }, InviteAttendees, InviteToSeries], exports: [SessionInvitations, InviteAttendees, InviteToSeries] })
export class InvitationsModule {}
