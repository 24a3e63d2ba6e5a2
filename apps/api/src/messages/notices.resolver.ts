import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChooseMessagePreferences, ReadNotices } from '@app/messages';
import { Actor } from '@app/platform';
import { Allow, connection, CurrentActor, pageRequest } from '../graphql/index.js';
import { MarkNoticesReadInput, MessagePreferencesInput, NoticesArgs } from './messages.input.js';
import { MessagePreferencesType, NoticeConnection, UnreadNoticesType, UpdateMessagePreferencesResult } from './notice.types.js';

@Resolver()
export class NoticesResolver {
  constructor(
    private readonly read: ReadNotices,
    private readonly preferences: ChooseMessagePreferences,
  ) {}

  @Query(() => NoticeConnection, { description: 'Notices of the person signed in, the newest first.' })
  @Allow('signed-in')
  async notices(@CurrentActor() actor: Actor, @Args() args: NoticesArgs) {
    return connection(await this.read.list(actor, args.unreadOnly, pageRequest(args)), (notice) => [notice.id]);
  }

  @Query(() => UnreadNoticesType, { description: 'How many notices the person signed in has not read.' })
  @Allow('signed-in')
  async unreadNotices(@CurrentActor() actor: Actor) {
    return { unread: await this.read.unread(actor) };
  }

  @Mutation(() => UnreadNoticesType, { description: 'Marks own notices as read.' })
  @Allow('signed-in')
  async markNoticesRead(@CurrentActor() actor: Actor, @Args('input') { ids }: MarkNoticesReadInput) {
    return { unread: await this.read.markRead(actor, ids) };
  }

  @Query(() => MessagePreferencesType, { description: 'When and how the person signed in wants to be told.' })
  @Allow('signed-in')
  myMessagePreferences(@CurrentActor() actor: Actor) {
    return this.preferences.read(actor);
  }

  @Mutation(() => UpdateMessagePreferencesResult, { description: 'Changes when and how the person signed in wants to be told.' })
  @Allow('signed-in')
  updateMyMessagePreferences(@CurrentActor() actor: Actor, @Args('input') input: MessagePreferencesInput) {
    return this.preferences.execute(actor, input);
  }
}
