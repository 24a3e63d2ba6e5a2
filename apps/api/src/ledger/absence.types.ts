import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsDate, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { InvalidInputType, LocalDate, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { ClashType } from './clash.types.js';

export const BlockKindEnum = { LOAN: 'loan', BLOCKED: 'blocked' } as const;
registerEnumType(BlockKindEnum, { name: 'BlockKind', description: 'Why a thing is away: lent, or out of use.' });

const WALL_TIME = 'Date and time on the wall clock, such as "2026-11-23T00:00".';

@InputType({ description: 'When somebody is away. Why is not asked.' })
export class EnterLeaveInput {
  @Field(() => ID, { description: 'For which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId: string;

  @Field(() => String, { description: WALL_TIME })
  @MaxLength(40)
  startsAt: string;

  @Field(() => String, { description: `${WALL_TIME} Leave until Wednesday ends on Thursday at 00:00.` })
  @MaxLength(40)
  endsAt: string;

  @Field(() => String, { description: 'Zone of the times, such as Europe/Brussels.' })
  @MaxLength(100)
  zone: string;
}

@InputType({ description: 'When a room or a piece of equipment is out of use.' })
export class BlockResourceInput {
  @Field(() => ID, { description: 'Whose it is.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  resourceId: string;

  @Field(() => BlockKindEnum, { description: 'Lent or out of use.' })
  @IsIn(Object.values(BlockKindEnum))
  kind: 'loan' | 'blocked';

  @Field(() => String, { nullable: true, description: 'Why: "being painted".' })
  @IsOptional()
  @MaxLength(300)
  label?: string;

  @Field(() => String, { description: WALL_TIME })
  @MaxLength(40)
  startsAt: string;

  @Field(() => String, { description: WALL_TIME })
  @MaxLength(40)
  endsAt: string;
}

@InputType({ description: 'Which absence ends, and when.' })
export class EndAbsenceInput {
  @Field(() => ID, { description: 'Of which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  absenceId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => Date, { nullable: true, description: 'Ends then; left out takes it back as if it had never been entered.' })
  @IsOptional()
  @IsDate()
  endsAt?: Date;
}

@ObjectType('AbsenceEntered', { description: 'The absence stands.' })
export class AbsenceEnteredType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => [ClashType], { description: 'Bookings in that time, to be moved, given to somebody else or cancelled.' })
  clashes: readonly ClashType[];
}

@ObjectType('AbsenceEnded', { description: 'The absence ends or is gone.' })
export class AbsenceEndedType {
  @Field(() => ID, { description: 'Which one.' })
  absenceId: string;

  @Field(() => Date, { nullable: true, description: 'When it ends; left out: it is gone.' })
  endsAt: Date | null;
}

@ObjectType('WeeklyHours', { description: 'Hours of a day of the week.' })
@InputType('WeeklyHoursInput', { description: 'Hours of a day of the week.' })
export class WeeklyHoursType {
  @Field(() => Int, { description: 'Monday is 1, Sunday is 7.' })
  @IsInt()
  weekday: number;

  @Field(() => String, { description: 'From, such as "09:00".' })
  @MaxLength(5)
  opens: string;

  @Field(() => String, { description: 'Until, such as "12:00"; "24:00" is midnight.' })
  @MaxLength(5)
  closes: string;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which they hold.' })
  @IsOptional()
  @IsString()
  fromDate?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which they hold.' })
  @IsOptional()
  @IsString()
  untilDate?: string | null;
}

@ObjectType('DateException', { description: 'Other hours on one day, or none.' })
@InputType('DateExceptionInput', { description: 'Other hours on one day, or none.' })
export class DateExceptionType {
  @Field(() => LocalDate, { description: 'The day.' })
  @IsString()
  date: string;

  @Field(() => String, { nullable: true, description: 'From; left out: not available that day.' })
  @IsOptional()
  @IsString()
  opens: string | null = null;

  @Field(() => String, { nullable: true, description: 'Until.' })
  @IsOptional()
  @IsString()
  closes: string | null = null;
}

@ObjectType('Availability', { description: 'When a person is available for an organisation.' })
export class AvailabilityType {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => Int, { description: 'Give it back as expectedVersion; 0: nothing was said yet.' })
  version: number;

  @Field(() => String, { description: 'Zone of the hours.' })
  zone: string;

  @Field(() => [WeeklyHoursType], { description: 'Week after week.' })
  weekly: readonly WeeklyHoursType[];

  @Field(() => [DateExceptionType], { description: 'In their place on single days.' })
  exceptions: readonly DateExceptionType[];
}

@InputType({ description: 'All that is said about the hours of a person.' })
export class SetAvailabilityInput {
  @Field(() => ID, { description: 'For which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId: string;

  @Field(() => Int, { description: 'The version that was read; 0 where nothing was said yet.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { description: 'Zone of the hours.' })
  @MaxLength(100)
  zone: string;

  @Field(() => [WeeklyHoursType], { description: 'Week after week.' })
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursType)
  @ArrayMaxSize(400)
  weekly: WeeklyHoursType[];

  @Field(() => [DateExceptionType], { defaultValue: [], description: 'In their place on single days.' })
  @ValidateNested({ each: true })
  @Type(() => DateExceptionType)
  @ArrayMaxSize(400)
  exceptions: DateExceptionType[];
}

export const EnterAbsenceResult = resultUnion('EnterAbsenceResult', 'The absence, or why there is none.', AbsenceEnteredType, NotAllowedType, NotFoundType, InvalidInputType);
export const EndAbsenceResult = resultUnion('EndAbsenceResult', 'How it ended.', AbsenceEndedType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType);
export const AvailabilityResult = resultUnion('AvailabilityResult', 'What was said.', AvailabilityType, NotAllowedType, NotFoundType);
export const SetAvailabilityResult = resultUnion('SetAvailabilityResult', 'What is said now.', AvailabilityType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType);
