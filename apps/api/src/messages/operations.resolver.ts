import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Operate } from '@app/messages';
import { Actor } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { FailedJobInput } from './messages.input.js';
import { DiscardJobResult, OperationsResult, RetryJobResult } from './operations.types.js';

@Resolver()
export class OperationsResolver {
  constructor(private readonly operate: Operate) {}

  @Query(() => OperationsResult, { description: 'Messages, queues and workers of the installation.' })
  @Allow('platform-admin')
  operations(@CurrentActor() actor: Actor) {
    return this.operate.read(actor);
  }

  @Mutation(() => RetryJobResult, { description: 'Runs a failed job again.' })
  @Allow('platform-admin')
  retryJob(@CurrentActor() actor: Actor, @Args('input') { id }: FailedJobInput) {
    return this.operate.retryJob(actor, id);
  }

  @Mutation(() => DiscardJobResult, { description: 'Gives up a failed job.' })
  @Allow('platform-admin')
  discardJob(@CurrentActor() actor: Actor, @Args('input') { id }: FailedJobInput) {
    return this.operate.discardJob(actor, id);
  }
}
