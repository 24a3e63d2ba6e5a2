import { type CohortState } from '@app/cohorts';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Language, languages } from '@app/platform';
import { ArrayMaxSize, IsBoolean, IsDate, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { LocalDate, PageArgs } from '../graphql/index.js';
import { CohortStateEnum } from './cohort.enums.js';

@ArgsType()
export class CohortsArgs extends PageArgs {
  @Field(() => ID, { description: 'Whose.' })
  @IsUUID()
  organisationId: string;

  @Field(() => [CohortStateEnum], { nullable: true, description: 'Only in these states.' })
  @IsOptional()
  @ArrayMaxSize(6)
  @IsIn(Object.values(CohortStateEnum), { each: true })
  states?: CohortState[];

  @Field(() => ID, { nullable: true, description: 'Only at this site.' })
  @IsOptional()
  @IsUUID()
  siteId?: string;

  @Field(() => String, { nullable: true, description: 'Only those whose name has this in it.' })
  @IsOptional()
  @MaxLength(100)
  text?: string;
}

@ArgsType()
export class CohortArgs {
  @Field(() => ID, { description: 'Which cohort.' })
  @IsUUID()
  id: string;
}

@InputType({ isAbstract: true })
abstract class CohortFactsInput {
  @Field(() => String, { description: 'What people call it.' })
  @MaxLength(500)
  name: string;

  @Field(() => ID, { description: 'Where it takes place; its zone and closed days hold.' })
  @IsUUID()
  siteId: string;

  @Field(() => String, { description: 'In which language it is given: fr, nl, de or en.' })
  @IsIn(languages)
  language: Language;

  @Field(() => Int, { description: 'How many seats, 1 to 10,000.' })
  @IsInt()
  capacity: number;

  @Field(() => Int, { defaultValue: 1, description: 'With fewer learners somebody has to decide whether it starts.' })
  @IsInt()
  minimum: number;

  @Field(() => LocalDate, { description: 'First day.' })
  @IsString()
  startsOn: string;

  @Field(() => LocalDate, { description: 'Last day, included.' })
  @IsString()
  endsOn: string;

  @Field(() => Date, { nullable: true, description: 'When learners can register from.' })
  @IsOptional()
  @IsDate()
  registrationOpensAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When registration ends.' })
  @IsOptional()
  @IsDate()
  registrationClosesAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only who has completed the courses that come before can register; left out it stays, and a new cohort does not ask.' })
  @IsOptional()
  @IsBoolean()
  demandsPrerequisites?: boolean;
}

@InputType({ description: 'A new cohort.' })
export class CreateCohortInput extends CohortFactsInput {
  @Field(() => ID, { description: 'Whose.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'Of which course; it takes the published version and keeps it.' })
  @IsUUID()
  courseId: string;
}

@InputType({ description: 'What a cohort shall be from now on.' })
export class UpdateCohortInput extends CohortFactsInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  cohortId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

@InputType({ description: 'Where a cohort shall stand.' })
export class ChangeCohortStateInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  cohortId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => CohortStateEnum, { description: 'Where to.' })
  @IsIn(Object.values(CohortStateEnum))
  to: CohortState;

  @Field(() => Boolean, { defaultValue: false, description: 'Also with fewer learners than the minimum.' })
  @IsBoolean()
  despiteMinimum: boolean = false;
}

@InputType({ description: 'Whether the sessions of a cohort are sent as invitations.' })
export class ChooseInvitationsInput {
  @Field(() => ID, { description: 'Of which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => Boolean, { description: 'Sent by mail to who does not subscribe; otherwise they come by subscription and the week ahead.' })
  @IsBoolean()
  byMail: boolean;
}

@InputType({ description: 'A new group, another name for one, or (without a name) its end.' })
export class ChangeGroupInput {
  @Field(() => ID, { description: 'In which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => ID, { nullable: true, description: 'Which group; left out for a new one.' })
  @IsOptional()
  @IsUUID()
  groupId?: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @MaxLength(300)
  name?: string;
}
