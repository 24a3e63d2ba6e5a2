import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { InvalidInputType, LocalDate, LocalTime, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';
import { ParticipantInput } from './booking.types.js';
import { ScheduleClashType } from './clash.types.js';
import { DateOfSeries } from './series-date.types.js';
import { WeeklyRuleInput } from './weekly-rule.input.js';

@ObjectType('SkippedDate', { description: 'A day that a series leaves out.' })
export class SkippedDateType {
  @Field(() => LocalDate, { description: 'The day.' })
  date: string;

  @Field(() => LocalTime, { description: 'The start that it would have had.' })
  startsAt: string;

  @Field(() => String, { nullable: true, description: 'Why the site is closed; empty where the clocks skip the time.' })
  closure: string | null;

  @Field(() => Boolean, { description: 'Closed is the site of a partner, who lends the room.' })
  lent: boolean;
}

@InputType({ description: 'The same booking every week.' })
export class BookingSeriesInput {
  @Field(() => ID, { description: 'Who books.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'What people read: "Language table".' })
  @MaxLength(300)
  title: string;

  @Field(() => WeeklyRuleInput, { description: 'When.' })
  @ValidateNested()
  @Type(() => WeeklyRuleInput)
  rule: WeeklyRuleInput;

  @Field(() => [ID], { defaultValue: [], description: 'Rooms and equipment; the first room says where it is, in which zone times are read and which closures are left out.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(20)
  resourceIds: string[] = [];

  @Field(() => [ParticipantInput], { defaultValue: [], description: 'Who takes part.' })
  @ValidateNested({ each: true })
  @Type(() => ParticipantInput)
  @ArrayMaxSize(20)
  people: ParticipantInput[] = [];

  @Field(() => Int, { nullable: true, description: 'How many seats of shared rooms; left out takes them whole.' })
  @IsOptional()
  @IsInt()
  seats?: number | null;

  @Field(() => String, { nullable: true, description: 'Zone of the times where no room says it.' })
  @IsOptional()
  @MaxLength(100)
  zone?: string;

  @Field(() => ID, { nullable: true, description: 'The site whose closures are left out, where no room says it.' })
  @IsOptional()
  @IsUUID()
  siteId?: string;
}

@ObjectType('BookingSeriesDate', { description: 'A date that a series of bookings would have.' })
export class BookingSeriesDateType extends DateOfSeries {}

@ObjectType('BookingSeriesPreview', { description: 'What a series of bookings would be; nothing is taken.' })
export class BookingSeriesPreviewType {
  @Field(() => [BookingSeriesDateType], { description: 'Its dates.' })
  dates: BookingSeriesDateType[];

  @Field(() => [SkippedDateType], { description: 'Days left out.' })
  skipped: readonly SkippedDateType[];
}

@ObjectType('BookedSeries', { description: 'The bookings of a series.' })
export class BookedSeriesType {
  @Field(() => ID, { description: 'What they have in common.' })
  seriesId: string;

  @Field(() => [ID], { description: 'The bookings.' })
  occurrenceIds: readonly string[];

  @Field(() => [SkippedDateType], { description: 'Days left out.' })
  skipped: readonly SkippedDateType[];
}

export const BookSeriesResult = resultUnion('BookSeriesResult', 'The bookings, or why there are none.', BookedSeriesType, ScheduleClashType, NotAllowedType, NotFoundType, InvalidInputType);
export const PreviewBookingSeriesResult = resultUnion('PreviewBookingSeriesResult', 'A preview, or what is wrong with the rule.', BookingSeriesPreviewType, NotAllowedType, NotFoundType, InvalidInputType);
