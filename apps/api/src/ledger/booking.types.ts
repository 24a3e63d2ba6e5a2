import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ChangeReason, changeReasons, type PersonPart } from '@app/ledger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { InvalidInputType, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { ChangeReasonEnum } from './change-reason.enum.js';
import { ClashType, HoldExpiredType, OccurrenceOverType, ScheduleClashType } from './clash.types.js';

export const PersonPartEnum = { LEARNER: 'learner', TRAINER: 'trainer', EXPERT: 'expert', INVIGILATOR: 'invigilator', STAFF: 'staff' } as const;
registerEnumType(PersonPartEnum, { name: 'PersonPart', description: 'As what a person takes part.' });

const WALL_TIME = 'Date and time on the wall clock of the place, such as "2026-11-23T09:00".';

@InputType({ description: 'A person who takes part.' })
export class ParticipantInput {
  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId: string;

  @Field(() => PersonPartEnum, { description: 'As what.' })
  @IsIn(Object.values(PersonPartEnum))
  part: PersonPart;
}

@InputType({ description: 'What is to be booked, and when.' })
export class BookRoomInput {
  @Field(() => ID, { description: 'Who books.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'What people read: "Workshop 3".' })
  @MaxLength(300)
  title: string;

  @Field(() => [ID], { description: 'Rooms and equipment; the first room says where it is and in which zone the times are read.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(50)
  resourceIds: string[];

  @Field(() => [ParticipantInput], { defaultValue: [], description: 'Who takes part.' })
  @ValidateNested({ each: true })
  @Type(() => ParticipantInput)
  @ArrayMaxSize(200)
  people: ParticipantInput[];

  @Field(() => String, { description: WALL_TIME })
  @MaxLength(40)
  startsAt: string;

  @Field(() => String, { description: WALL_TIME })
  @MaxLength(40)
  endsAt: string;

  @Field(() => String, { nullable: true, description: 'Zone of the times where no room says it.' })
  @IsOptional()
  @MaxLength(100)
  zone?: string;

  @Field(() => Int, { nullable: true, description: 'How many seats of shared rooms; left out takes them whole.' })
  @IsOptional()
  @IsInt()
  seats?: number;

  @Field(() => Int, { nullable: true, description: 'Holds it for so many minutes instead of booking it.' })
  @IsOptional()
  @IsInt()
  holdMinutes?: number;
}

@InputType({ description: 'Would this fit? Nothing is taken.' })
export class PreviewBookingInput {
  @Field(() => ID, { description: 'Who would book.' })
  @IsUUID()
  organisationId: string;

  @Field(() => [ID], { defaultValue: [], description: 'Rooms and equipment.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(50)
  resourceIds: string[];

  @Field(() => [ParticipantInput], { defaultValue: [], description: 'Who would take part.' })
  @ValidateNested({ each: true })
  @Type(() => ParticipantInput)
  @ArrayMaxSize(200)
  people: ParticipantInput[];

  @Field(() => String, { description: WALL_TIME })
  @MaxLength(40)
  startsAt: string;

  @Field(() => String, { description: WALL_TIME })
  @MaxLength(40)
  endsAt: string;

  @Field(() => String, { nullable: true, description: 'Zone of the times where no room says it.' })
  @IsOptional()
  @MaxLength(100)
  zone?: string;

  @Field(() => Int, { nullable: true, description: 'How many seats of shared rooms.' })
  @IsOptional()
  @IsInt()
  seats?: number;

  @Field(() => ID, { nullable: true, description: 'The booking that is being moved: it does not stand in its own way.' })
  @IsOptional()
  @IsUUID()
  occurrenceId?: string;
}

@InputType({ description: 'What becomes of one booking; what is left out stays.' })
export class BookingMoveInput {
  @Field(() => ID, { description: 'Which booking.' })
  @IsUUID()
  occurrenceId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: `${WALL_TIME} Give both or neither.` })
  @IsOptional()
  @MaxLength(40)
  startsAt?: string;

  @Field(() => String, { nullable: true, description: WALL_TIME })
  @IsOptional()
  @MaxLength(40)
  endsAt?: string;

  @Field(() => [ID], { nullable: true, description: 'The whole new list of rooms and equipment.' })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(50)
  resourceIds?: string[];

  @Field(() => Int, { nullable: true, description: 'Seats of shared rooms.' })
  @IsOptional()
  @IsInt()
  seats?: number;

  @Field(() => [ParticipantInput], { nullable: true, description: 'The whole new list of people.' })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => ParticipantInput)
  @ArrayMaxSize(200)
  people?: ParticipantInput[];
}

@InputType({ description: 'One move, or several that happen together: two bookings that swap their rooms.' })
export class MoveBookingInput {
  @Field(() => ID, { description: 'Whose bookings.' })
  @IsUUID()
  organisationId: string;

  @Field(() => [BookingMoveInput], { description: 'All of them or none.' })
  @ValidateNested({ each: true })
  @Type(() => BookingMoveInput)
  moves: BookingMoveInput[];

  @Field(() => ChangeReasonEnum, { nullable: true, description: 'Why; told to everybody concerned.' })
  @IsOptional()
  @IsIn(changeReasons)
  why?: ChangeReason | null;
}

@InputType({ description: 'One booking.' })
export class BookingRefInput {
  @Field(() => ID, { description: 'Whose booking.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  occurrenceId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

@ObjectType('Booking', { description: 'A booking that was made.' })
export class BookingType {
  @Field(() => ID, { description: 'Its id.' })
  occurrenceId: string;

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;

  @Field(() => Date, { description: 'From.' })
  startsAt: Date;

  @Field(() => Date, { description: 'Until.' })
  endsAt: Date;

  @Field(() => Date, { nullable: true, description: 'Set for a hold: when it goes away by itself.' })
  heldUntil: Date | null;

  @Field(() => Boolean, { description: 'The clocks skip the start that was asked for; it was put one hour later.' })
  shifted: boolean;

  @Field(() => [ClashType], { description: 'Learners who have something else at that time; they were added all the same.' })
  yielded: readonly ClashType[];
}

@ObjectType('BookingVersion', { description: 'A booking and its version.' })
export class BookingVersionType {
  @Field(() => ID, { description: 'Its id.' })
  occurrenceId: string;

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;
}

@ObjectType('BookingsChanged', { description: 'What was moved, confirmed or cancelled.' })
export class BookingsChangedType {
  @Field(() => [BookingVersionType], { description: 'The bookings with their new versions.' })
  bookings: readonly BookingVersionType[];

  @Field(() => [ClashType], { description: 'Learners who have something else at that time; they were moved all the same.' })
  yielded: readonly ClashType[];
}

@ObjectType('BookingPreview', { description: 'Whether it would fit, and why not.' })
export class BookingPreviewType {
  @Field(() => Boolean, { description: 'Whether it would be accepted.' })
  fits: boolean;

  @Field(() => [ClashType], { description: 'Everything that stands in the way.' })
  clashes: readonly ClashType[];

  @Field(() => [ClashType], { description: 'Learners who have something else; they would be added all the same.' })
  yielded: readonly ClashType[];
}

const editRefusals = [ScheduleClashType, HoldExpiredType, OccurrenceOverType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType] as const;
export const BookRoomResult = resultUnion('BookRoomResult', 'The booking, or why there is none.', BookingType, ScheduleClashType, NotAllowedType, NotFoundType, InvalidInputType);
export const BookingsChangedResult = resultUnion('BookingsChangedResult', 'The new versions, or why everything stayed.', BookingsChangedType, ...editRefusals);
export const PreviewBookingResult = resultUnion('PreviewBookingResult', 'Whether it fits.', BookingPreviewType, NotAllowedType, NotFoundType, InvalidInputType);
