import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MarkAttendance, ReadDesk, ReadSession, ReadTrainerDay } from '@app/agendas';
import { Actor } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { DeskResult } from './desk.types.js';
import { MarkAttendanceInput, MarkAttendanceResult, SessionSheetResult, SessionSheetType, TrainerDayType } from './session.types.js';

@Resolver(() => SessionSheetType)
export class SessionResolver {
  constructor(
    private readonly read: ReadSession,
    private readonly mark: MarkAttendance,
    private readonly day: ReadTrainerDay,
    private readonly deskOf: ReadDesk,
  ) {}

  @Query(() => SessionSheetResult, { description: 'A session with all who are expected, for those who give or plan it.' })
  @Allow('trainer', 'expert', 'coordinator', 'manager')
  sessionSheet(@CurrentActor() actor: Actor, @Args('id', { type: () => ID, description: 'Which one.' }) id: string) {
    return this.read.execute(actor, id);
  }

  @Query(() => TrainerDayType, { description: 'The first screen of a trainer: what to give, attendance to take, who needs a word.' })
  @Allow('trainer', 'expert')
  trainerDay(@CurrentActor() actor: Actor) {
    return this.day.execute(actor);
  }

  @Query(() => DeskResult, { description: 'The first screen of a coordinator: what needs a decision.' })
  @Allow('coordinator', 'manager')
  desk(@CurrentActor() actor: Actor, @Args('organisationId', { type: () => ID, description: 'Of which organisation.' }) organisationId: string) {
    return this.deskOf.execute(actor, organisationId);
  }

  @Mutation(() => MarkAttendanceResult, { description: 'Takes attendance. Corrections are kept beside what they correct.' })
  @Allow('trainer', 'expert', 'coordinator', 'manager')
  markAttendance(@CurrentActor() actor: Actor, @Args('input') input: MarkAttendanceInput) {
    return this.mark.execute(actor, input);
  }
}
