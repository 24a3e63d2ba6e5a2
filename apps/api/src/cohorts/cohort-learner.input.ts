import { type EnrolmentState } from '@app/cohorts';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsUUID } from 'class-validator';
import { PageArgs } from '../graphql/index.js';
import { EnrolmentStateEnum, WhenFullEnum } from './cohort.enums.js';

@ArgsType()
export class CohortLearnersArgs extends PageArgs {
  @Field(() => ID, { description: 'In which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => [EnrolmentStateEnum], { nullable: true, description: 'Only in these states.' })
  @IsOptional()
  @ArrayMaxSize(5)
  @IsIn(Object.values(EnrolmentStateEnum), { each: true })
  states?: EnrolmentState[];
}

@ArgsType()
export class LackingPeopleArgs {
  @Field(() => ID, { description: 'For which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => [ID], { description: 'Whom it is about, at most 500.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(500)
  personIds: string[];
}

@InputType({ description: 'Whom to give a place.' })
export class EnrolLearnersInput {
  @Field(() => ID, { description: 'In which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => [ID], { description: 'Who, in the order in which seats are given.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(500)
  personIds: string[];

  @Field(() => ID, { nullable: true, description: 'In which group.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;

  @Field(() => WhenFullEnum, { defaultValue: 'refuse', description: 'What becomes of those for whom no seat is left.' })
  @IsIn(Object.values(WhenFullEnum))
  whenFull: 'refuse' | 'wait' = 'refuse';
}

@InputType({ description: 'How a learner shall stand.' })
export class ChangeEnrolmentInput {
  @Field(() => ID, { description: 'In which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => EnrolmentStateEnum, { nullable: true, description: 'The new state; left out it stays.' })
  @IsOptional()
  @IsIn(Object.values(EnrolmentStateEnum))
  to?: EnrolmentState;

  @Field(() => ID, { nullable: true, description: 'The new group, null for none; left out it stays.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;
}

@InputType({ description: 'A learner who goes to another cohort.' })
export class TransferLearnerInput {
  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId: string;

  @Field(() => ID, { description: 'From which cohort.' })
  @IsUUID()
  fromCohortId: string;

  @Field(() => ID, { description: 'To which.' })
  @IsUUID()
  toCohortId: string;

  @Field(() => ID, { nullable: true, description: 'To which group there.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;
}

@ArgsType()
export class WaitingPersonArgs {
  @Field(() => ID, { description: 'In which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId: string;
}
