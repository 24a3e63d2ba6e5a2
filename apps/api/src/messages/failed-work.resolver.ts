import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DecideFailedWork, Operate } from '@app/messages';
import { Actor, isProblem } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { FailedWorkInput, UnparkChangesInput } from './failed-work.input.js';
import { DiscardFailedWorkResult, FailedWorkResult, RetryFailedWorkResult, UnparkChangesResult } from './failed-work.types.js';
import { MessagesOfOrganisationArgs } from './messages.input.js';

@Resolver()
export class FailedWorkResolver {
  constructor(
    private readonly decide: DecideFailedWork,
    private readonly operate: Operate,
  ) {}

  @Query(() => FailedWorkResult, { description: 'Work in the background that was given up for an organisation.' })
  @Allow('coordinator', 'manager')
  async failedWork(@CurrentActor() actor: Actor, @Args() { organisationId }: MessagesOfOrganisationArgs) {
    const work = await this.decide.read(actor, organisationId);
    return isProblem(work) ? work : { work };
  }

  @Mutation(() => RetryFailedWorkResult, { description: 'Tries work again that was given up.' })
  @Allow('coordinator', 'manager')
  retryFailedWork(@CurrentActor() actor: Actor, @Args('input') input: FailedWorkInput) {
    return this.decide.retry(actor, input);
  }

  @Mutation(() => DiscardFailedWorkResult, { description: 'Leaves work undone that was given up.' })
  @Allow('coordinator', 'manager')
  discardFailedWork(@CurrentActor() actor: Actor, @Args('input') input: FailedWorkInput) {
    return this.decide.giveUp(actor, input);
  }

  @Mutation(() => UnparkChangesResult, { description: 'Does the work on changes again that a consumer gave up.' })
  @Allow('platform-admin')
  async unparkChanges(@CurrentActor() actor: Actor, @Args('input') { consumer }: UnparkChangesInput) {
    const count = await this.operate.unpark(actor, consumer);
    return isProblem(count) ? count : { consumer, count };
  }
}
