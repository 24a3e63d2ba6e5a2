import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '@app/platform';
import { BlockResource, EndAbsence, EnterLeave, ReadAvailability, SetAvailability } from '@app/ledger';
import { Allow, CurrentActor } from '../graphql/index.js';
import {
  AbsenceEnteredType,
  AvailabilityResult,
  AvailabilityType,
  BlockResourceInput,
  EndAbsenceInput,
  EndAbsenceResult,
  EnterAbsenceResult,
  EnterLeaveInput,
  SetAvailabilityInput,
  SetAvailabilityResult,
} from './absence.types.js';

@Resolver(() => AbsenceEnteredType)
export class AbsenceResolver {
  constructor(
    private readonly leave: EnterLeave,
    private readonly block: BlockResource,
    private readonly end: EndAbsence,
  ) {}

  @Mutation(() => EnterAbsenceResult, { description: 'Says that a person is away; answers the bookings that stand in that time.' })
  @Allow('signed-in')
  enterLeave(@CurrentActor() actor: Actor, @Args('input') input: EnterLeaveInput) {
    return this.leave.execute(actor, input);
  }

  @Mutation(() => EnterAbsenceResult, { description: 'Takes a room or a piece of equipment out of use; answers the bookings that stand in that time.' })
  @Allow('coordinator', 'manager')
  blockResource(@CurrentActor() actor: Actor, @Args('input') input: BlockResourceInput) {
    return this.block.execute(actor, input);
  }

  @Mutation(() => EndAbsenceResult, { description: 'Ends leave, a loan or a repair early, or takes it back.' })
  @Allow('signed-in')
  endAbsence(@CurrentActor() actor: Actor, @Args('input') input: EndAbsenceInput) {
    return this.end.execute(actor, input);
  }
}

@Resolver(() => AvailabilityType)
export class AvailabilityResolver {
  constructor(
    private readonly read: ReadAvailability,
    private readonly set: SetAvailability,
  ) {}

  @Query(() => AvailabilityResult, { description: 'When a person is available for an organisation.' })
  @Allow('signed-in')
  availability(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'For which organisation.' }) organisationId: string,
    @Args('personId', { type: () => ID, description: 'Who.' }) personId: string,
  ) {
    return this.read.execute(actor, { organisationId, personId });
  }

  @Mutation(() => SetAvailabilityResult, { description: 'Says when a person is available; replaces what was said before.' })
  @Allow('signed-in')
  setAvailability(@CurrentActor() actor: Actor, @Args('input') input: SetAvailabilityInput) {
    return this.set.execute(actor, input);
  }
}
