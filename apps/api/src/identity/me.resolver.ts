import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { FindMe, UpdateMyAccount } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { MeType, UpdateMyAccountInput, UpdateMyAccountResult } from './me.types.js';

@Resolver()
export class MeResolver {
  constructor(
    private readonly find: FindMe,
    private readonly update: UpdateMyAccount,
  ) {}

  @Query(() => MeType, { nullable: true, description: 'The person signed in; null for nobody, and while a second factor is pending.' })
  @Allow('anonymous')
  async me(@CurrentActor() actor: Actor) {
    const me = await this.find.execute(actor);
    return me ? { ...me, platformAdmin: actor.platformAdmin } : null;
  }

  @Mutation(() => UpdateMyAccountResult, { description: 'Changes the own name and language.' })
  @Allow('signed-in')
  async updateMyAccount(@CurrentActor() actor: Actor, @Args('input') input: UpdateMyAccountInput) {
    const answer = await this.update.execute(actor, input);
    return isProblem(answer) ? answer : { ...answer, platformAdmin: actor.platformAdmin };
  }
}
