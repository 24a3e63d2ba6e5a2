import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CreateFeed, ListFeeds, RenewFeed, RevokeFeed } from '@app/calendars';
import { Actor } from '@app/platform';
import { Allow, CurrentActor, SecretAnswer } from '../graphql/index.js';
import { CalendarFeedType, CreateCalendarFeedInput, GiveCalendarFeedResult, RevokeCalendarFeedResult } from './calendar.types.js';

@Resolver(() => CalendarFeedType)
export class CalendarResolver {
  constructor(
    private readonly list: ListFeeds,
    private readonly create: CreateFeed,
    private readonly renew: RenewFeed,
    private readonly revoke: RevokeFeed,
  ) {}

  @Query(() => [CalendarFeedType], { description: 'The calendar addresses that the person who asks has made.' })
  @Allow('signed-in')
  calendarFeeds(@CurrentActor() actor: Actor) {
    return this.list.execute(actor);
  }

  @Mutation(() => GiveCalendarFeedResult, { description: 'Makes an address under which a calendar program reads the own agenda, or a room.' })
  @Allow('signed-in')
  @SecretAnswer()
  createCalendarFeed(@CurrentActor() actor: Actor, @Args('input') { organisationId, resourceId }: CreateCalendarFeedInput) {
    return this.create.execute(actor, organisationId && resourceId ? { room: { organisationId, resourceId } } : {});
  }

  @Mutation(() => GiveCalendarFeedResult, { description: 'Gives a calendar another address; the old one is dead at once.' })
  @Allow('signed-in')
  @SecretAnswer()
  renewCalendarFeed(@CurrentActor() actor: Actor, @Args('feedId', { type: () => ID, description: 'Which one.' }) feedId: string) {
    return this.renew.execute(actor, feedId);
  }

  @Mutation(() => RevokeCalendarFeedResult, { description: 'Ends a calendar address for good.' })
  @Allow('signed-in')
  revokeCalendarFeed(@CurrentActor() actor: Actor, @Args('feedId', { type: () => ID, description: 'Which one.' }) feedId: string) {
    return this.revoke.execute(actor, feedId);
  }
}
