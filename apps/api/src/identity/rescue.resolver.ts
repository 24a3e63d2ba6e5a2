import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { RemoveSecondFactorOf } from '@app/identity';
import { Actor } from '@app/platform';
import { MaxLength } from 'class-validator';
import { Allow, CurrentActor } from '../graphql/index.js';
import { RemoveSecondFactorOfResult } from './second-factor.types.js';

@InputType({ description: 'Whose second factor is lost, and how it is known that he asks.' })
export class RemoveSecondFactorOfInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  @MaxLength(254)
  email: string;

  @Field(() => String, { description: 'How the person proved who he is; kept in the audit trail.' })
  @MaxLength(500)
  reason: string;
}

/** Help for people who locked themselves out. */
@Resolver()
export class RescueResolver {
  constructor(private readonly remove: RemoveSecondFactorOf) {}

  @Mutation(() => RemoveSecondFactorOfResult, { description: 'Takes the second factor away from somebody who lost device and recovery codes.' })
  @Allow('platform-admin')
  removeSecondFactorOf(@CurrentActor() actor: Actor, @Args('input') input: RemoveSecondFactorOfInput) {
    return this.remove.execute(actor, input);
  }
}
