import { RemoveDemo } from '@app/identity';
import { Actor } from '@app/platform';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../graphql/index.js';
import { RemoveDemoInput, RemoveDemoResult } from './demo.types.js';

@Resolver()
export class DemoResolver {
  constructor(private readonly remove: RemoveDemo) {}

  @Mutation(() => RemoveDemoResult, { description: 'Removes the demo centre for good. Other organisations cannot be removed.' })
  @Allow('manager', 'platform-admin')
  removeDemo(@CurrentActor() actor: Actor, @Args('input') { organisationId }: RemoveDemoInput) {
    return this.remove.execute(actor, organisationId);
  }
}
