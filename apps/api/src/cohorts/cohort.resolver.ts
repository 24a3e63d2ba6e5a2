import { ChangeCohortState, ChangeGroups, ChooseInvitations, CreateCohort, ReadCohorts, UpdateCohort } from '@app/cohorts';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, isProblem } from '@app/platform';
import { Allow, connection, CurrentActor, pageRequest } from '../graphql/index.js';
import { ChangeCohortStateInput, ChangeGroupInput, ChooseInvitationsInput, CohortArgs, CohortsArgs, CreateCohortInput, UpdateCohortInput } from './cohort.input.js';
import { ChangeCohortStateResult, ChangeGroupResult, ChooseInvitationsResult, CreateCohortResult, UpdateCohortResult } from './cohort-changes.types.js';
import { CohortResult, CohortsResult, PlannableCoursesResult } from './cohort.types.js';

@Resolver()
export class CohortsResolver {
  constructor(private readonly read: ReadCohorts) {}

  @Query(() => CohortsResult, { description: 'The cohorts of an organisation, the last to start first.' })
  @Allow('trainer', 'coordinator', 'manager')
  async cohorts(@CurrentActor() actor: Actor, @Args() args: CohortsArgs) {
    const page = await this.read.list(actor, args, pageRequest(args));
    return isProblem(page) ? page : connection(page, ({ startsOn, id }) => [startsOn, id]);
  }

  @Query(() => CohortResult, { description: 'One cohort.' })
  @Allow('trainer', 'coordinator', 'manager')
  cohort(@CurrentActor() actor: Actor, @Args() { id }: CohortArgs) {
    return this.read.one(actor, id);
  }

  @Query(() => PlannableCoursesResult, { description: 'The courses of which a cohort can be opened.' })
  @Allow('coordinator', 'manager')
  async plannableCourses(@CurrentActor() actor: Actor, @Args('organisationId', { type: () => ID, description: 'Whose.' }) organisationId: string) {
    const courses = await this.read.courses(actor, organisationId);
    return isProblem(courses) ? courses : { courses };
  }
}

@Resolver()
export class CohortChangesResolver {
  constructor(
    private readonly create: CreateCohort,
    private readonly update: UpdateCohort,
    private readonly changeState: ChangeCohortState,
    private readonly changeGroups: ChangeGroups,
  ) {}

  @Mutation(() => CreateCohortResult, { description: 'Opens a draft of a cohort on the published version of a course.' })
  @Allow('coordinator', 'manager')
  createCohort(@CurrentActor() actor: Actor, @Args('input') input: CreateCohortInput) {
    return this.create.execute(actor, input);
  }

  @Mutation(() => UpdateCohortResult, { description: 'Changes what a cohort is; never to fewer seats than it has learners.' })
  @Allow('coordinator', 'manager')
  updateCohort(@CurrentActor() actor: Actor, @Args('input') input: UpdateCohortInput) {
    return this.update.execute(actor, input);
  }

  @Mutation(() => ChangeCohortStateResult, { description: 'Opens, confirms, starts, completes or cancels a cohort.' })
  @Allow('coordinator', 'manager')
  changeCohortState(@CurrentActor() actor: Actor, @Args('input') input: ChangeCohortStateInput) {
    return this.changeState.execute(actor, input);
  }

  @Mutation(() => ChangeGroupResult, { description: 'Adds, renames or removes a group of a cohort.' })
  @Allow('coordinator', 'manager')
  async changeCohortGroup(@CurrentActor() actor: Actor, @Args('input') input: ChangeGroupInput) {
    const groups = await this.changeGroups.execute(actor, input);
    return isProblem(groups) ? groups : { groups };
  }
}

@Resolver()
export class CohortInvitationsResolver {
  constructor(private readonly choose: ChooseInvitations) {}

  @Mutation(() => ChooseInvitationsResult, { description: 'Says whether the sessions of a cohort are sent as invitations by mail; who subscribes to the agenda gets none.' })
  @Allow('coordinator', 'manager')
  chooseCohortInvitations(@CurrentActor() actor: Actor, @Args('input') input: ChooseInvitationsInput) {
    return this.choose.execute(actor, input);
  }
}
