import { ChangeEnrolment, EnrolLearners, LeaveCohort, nextEnrolmentStates, type PlacesGiven, ReadCohorts, Register, RemoveFromWaitingList, TransferLearner } from '@app/cohorts';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, isProblem } from '@app/platform';
import { Allow, connection, CurrentActor, pageRequest } from '../graphql/index.js';
import { ChangeEnrolmentInput, CohortLearnersArgs, EnrolLearnersInput, LackingPeopleArgs, TransferLearnerInput, WaitingPersonArgs } from './cohort-learner.input.js';
import { ChangeEnrolmentResult, CohortLearnersResult, EnrolLearnersResult, LackingPeopleResult, LeaveCohortResult, RegisterResult, WaitingListChangeResult, WaitingListResult } from './cohort-learner.types.js';
import { OpenCohortType } from './cohort.types.js';

@Resolver()
export class CohortLearnersResolver {
  constructor(private readonly read: ReadCohorts) {}

  @Query(() => CohortLearnersResult, { description: 'The learners of a cohort by name: for who runs it or teaches in it.' })
  @Allow('trainer', 'coordinator', 'manager')
  async cohortLearners(@CurrentActor() actor: Actor, @Args() args: CohortLearnersArgs) {
    const page = await this.read.learners(actor, args, pageRequest(args));
    if (isProblem(page)) return page;
    const rows = page.rows.map((row) => ({ ...row, next: [...nextEnrolmentStates(row.state)] }));
    return connection({ ...page, rows }, ({ sortName, personId }) => [sortName, personId]);
  }

  @Query(() => WaitingListResult, { description: 'Who waits for a seat of a cohort, in order.' })
  @Allow('trainer', 'coordinator', 'manager')
  async waitingList(@CurrentActor() actor: Actor, @Args('cohortId', { type: () => ID, description: 'Which cohort.' }) cohortId: string) {
    const people = await this.read.waiting(actor, cohortId);
    return isProblem(people) ? people : { people };
  }

  @Query(() => LackingPeopleResult, { description: 'Who of these people has not completed what comes before the course of a cohort. They can be enrolled all the same: somebody may have learned it elsewhere.' })
  @Allow('coordinator', 'manager')
  async lackingPeople(@CurrentActor() actor: Actor, @Args() { cohortId, personIds }: LackingPeopleArgs) {
    const lacking = await this.read.lacking(actor, cohortId, personIds);
    return isProblem(lacking) ? lacking : { people: [...lacking].map(([personId, courses]) => ({ personId, courses })) };
  }
}

@Resolver()
export class EnrolmentResolver {
  constructor(
    private readonly enrol: EnrolLearners,
    private readonly change: ChangeEnrolment,
    private readonly transfer: TransferLearner,
    private readonly remove: RemoveFromWaitingList,
  ) {}

  @Mutation(() => EnrolLearnersResult, { description: 'Gives people of the centre a place in a cohort and in its sessions to come: all of them or nobody.' })
  @Allow('coordinator', 'manager')
  async enrolLearners(@CurrentActor() actor: Actor, @Args('input') input: EnrolLearnersInput) {
    const given = await this.enrol.execute(actor, input);
    return isProblem(given) ? given : shown(given);
  }

  @Mutation(() => ChangeEnrolmentResult, { description: 'Changes the state or the group of a learner.' })
  @Allow('coordinator', 'manager')
  changeEnrolment(@CurrentActor() actor: Actor, @Args('input') input: ChangeEnrolmentInput) {
    return this.change.execute(actor, input);
  }

  @Mutation(() => ChangeEnrolmentResult, { description: 'Moves a learner to another cohort, seat and sessions with him.' })
  @Allow('coordinator', 'manager')
  transferLearner(@CurrentActor() actor: Actor, @Args('input') input: TransferLearnerInput) {
    return this.transfer.execute(actor, input);
  }

  @Mutation(() => WaitingListChangeResult, { description: 'Takes somebody off the waiting list.' })
  @Allow('coordinator', 'manager')
  removeFromWaitingList(@CurrentActor() actor: Actor, @Args() args: WaitingPersonArgs) {
    return this.remove.execute(actor, args);
  }
}

@Resolver()
export class RegistrationResolver {
  constructor(
    private readonly read: ReadCohorts,
    private readonly registration: Register,
    private readonly leave: LeaveCohort,
  ) {}

  @Query(() => [OpenCohortType], { description: 'Cohorts for which the person who asks can register, and those in which he is.' })
  @Allow('learner')
  openCohorts(@CurrentActor() actor: Actor) {
    return this.read.open(actor);
  }

  @Mutation(() => RegisterResult, { description: 'Takes a place for the person who asks, or the next place in the queue.' })
  @Allow('learner')
  registerForCohort(@CurrentActor() actor: Actor, @Args('cohortId', { type: () => ID, description: 'Which cohort.' }) cohortId: string) {
    return this.registration.execute(actor, { cohortId });
  }

  @Mutation(() => LeaveCohortResult, { description: 'Gives up the place, or the place in the queue, of the person who asks.' })
  @Allow('learner')
  leaveCohort(@CurrentActor() actor: Actor, @Args('cohortId', { type: () => ID, description: 'Which cohort.' }) cohortId: string) {
    return this.leave.execute(actor, { cohortId });
  }
}

const shown = ({ enrolled, waiting, already, yielded }: PlacesGiven): object => ({ enrolled: enrolled.map(({ personId }) => personId), waiting: [...waiting.keys()], already, yielded });
