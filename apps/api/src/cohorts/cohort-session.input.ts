import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type SessionKind, sessionKinds } from '@app/cohorts';
import { type ChangeReason, changeReasons } from '@app/ledger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { LocalDate, LocalTime } from '../graphql/index.js';
import { ChangeReasonEnum } from '../ledger/change-reason.enum.js';
import { WeeklyRuleInput } from '../ledger/weekly-rule.input.js';
import { SessionKindEnum, SessionSubjectEnum } from './cohort.enums.js';

@InputType({ description: 'A series of sessions.' })
export class SeriesInput {
  @Field(() => ID, { description: 'Of which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => WeeklyRuleInput, { description: 'When.' })
  @ValidateNested()
  @Type(() => WeeklyRuleInput)
  rule: WeeklyRuleInput;

  @Field(() => ID, { nullable: true, description: 'Only for this group.' })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Who gives the sessions.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  trainerIds: string[] = [];

  @Field(() => [ID], { defaultValue: [], description: 'Rooms and equipment; the first room says where it is.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  resourceIds: string[] = [];

  @Field(() => SessionKindEnum, { defaultValue: 'session', description: 'What sort of meetings they are.' })
  @IsIn(sessionKinds)
  kind: SessionKind = 'session';

  @Field(() => SessionSubjectEnum, { defaultValue: 'lessons', description: 'What they are about.' })
  @IsIn(Object.values(SessionSubjectEnum))
  about: 'lessons' | 'modules' | 'title' = 'lessons';

  @Field(() => String, { nullable: true, description: 'What people read in place of the lessons.' })
  @IsOptional()
  @MaxLength(500)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the online meeting.' })
  @IsOptional()
  @MaxLength(3_000)
  link?: string | null;

  @Field(() => String, { nullable: true, description: 'What to bring.' })
  @IsOptional()
  @MaxLength(1_000)
  bring?: string | null;
}

@InputType({ description: 'One session, or it and all that follow.' })
export class SessionRefInput {
  @Field(() => ID, { description: 'Of which cohort.' })
  @IsUUID()
  cohortId: string;

  @Field(() => ID, { description: 'Which session.' })
  @IsUUID()
  occurrenceId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => Boolean, { defaultValue: false, description: 'And all of its series that follow, except those moved by hand.' })
  @IsBoolean()
  following: boolean = false;

  @Field(() => ChangeReasonEnum, { nullable: true, description: 'Why; told to everybody concerned.' })
  @IsOptional()
  @IsIn(changeReasons)
  why?: ChangeReason | null;
}

@InputType({ description: 'Where sessions go.' })
export class MoveSessionsInput extends SessionRefInput {
  @Field(() => LocalDate, { description: 'New day of the one named; those that follow go as many days along.' })
  @IsString()
  date: string;

  @Field(() => LocalTime, { description: 'New start.' })
  @IsString()
  startsAt: string;

  @Field(() => LocalTime, { description: 'New end; before the start it is on the next day.' })
  @IsString()
  endsAt: string;
}

@InputType({ description: 'Who or what takes the place of whom or what.' })
export class SubstituteInput extends SessionRefInput {
  @Field(() => [ID], { nullable: true, description: 'The whole new list of trainers; left out they stay.' })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  trainerIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'The whole new list of rooms and equipment; left out they stay.' })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  resourceIds?: string[];

  @Field(() => String, { nullable: true, description: 'New address of the online meeting, empty for none; left out it stays.' })
  @IsOptional()
  @MaxLength(3_000)
  link?: string | null;

  @Field(() => String, { nullable: true, description: 'What to bring from now on, empty for nothing; left out it stays.' })
  @IsOptional()
  @MaxLength(1_000)
  bring?: string | null;
}
