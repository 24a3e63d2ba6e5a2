import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { SessionInvitations } from '@app/ledger';
import { CreateFeed } from './application/create-feed.js';
import { ListFeeds } from './application/list-feeds.js';
import { ReadFeed } from './application/read-feed.js';
import { RenewFeed } from './application/renew-feed.js';
import { Invitations } from './application/invitations.js';
import { InviteAttendees } from './application/invite-attendees.js';
import { RevokeFeed } from './application/revoke-feed.js';
import { ServeFeed } from './application/serve-feed.js';
import { CalendarFeedStore } from './persistence/calendar-feed.store.js';
import { FeedReads } from './persistence/feed.reads.js';
import { InvitationStore } from './persistence/invitation.store.js';

const useCases = [CreateFeed, ListFeeds, ReadFeed, RenewFeed, RevokeFeed, ServeFeed];

@Module({ imports: [IdentityModule], providers: [CalendarFeedStore, FeedReads, ...useCases], exports: useCases })
export class CalendarsModule {}

/** The part that only workers have: invitations by mail. Global, because notices of change carry them along. */
@Global()
@Module({ providers: [InvitationStore, Invitations, { provide: SessionInvitations, useExisting: Invitations }, InviteAttendees], exports: [SessionInvitations, InviteAttendees] })
export class InvitationsModule {}
