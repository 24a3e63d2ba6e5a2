import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInputType, LocalDate, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';
import { AbsenceKindEnum, ResourceKindEnum } from './clash.types.js';

@ObjectType('BoardBooking', { description: 'A bar on the board.' })
export class BoardBookingType {
  @Field(() => ID, { description: 'Of this bar; a booking has one bar for each resource.' })
  id: string;

  @Field(() => Date, { description: 'From.' })
  from: string;

  @Field(() => Date, { description: 'Until.' })
  to: string;

  @Field(() => String, { description: 'As what the resource takes part: room, equipment, trainer …' })
  part: string;

  @Field(() => Int, { nullable: true, description: 'How many seats of a shared room; left out: all of it.' })
  seats: number | null;

  @Field(() => ID, { nullable: true, description: 'The booking; left out where it is another organisation\'s.' })
  occurrenceId: string | null;

  @Field(() => String, { nullable: true, description: 'Its title; left out where it is another organisation\'s: show "busy".' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Of which kind: booking, session, coaching, sitting …' })
  kind: string | null;

  @Field(() => ID, { nullable: true, description: 'The site where it is.' })
  siteId: string | null;

  @Field(() => Date, { nullable: true, description: 'Set for a hold: when it goes away by itself.' })
  heldUntil: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the booking, for expectedVersion.' })
  version: number | null;

  @Field(() => Int, { description: 'How many people would be told if the person who asks moved or cancelled it.' })
  told: number;
}

@ObjectType('BoardAbsence', { description: 'A time in which a resource is away.' })
export class BoardAbsenceType {
  @Field(() => ID, { nullable: true, description: 'Its id; left out where it is another organisation\'s.' })
  id: string | null;

  @Field(() => Date, { description: 'From.' })
  from: string;

  @Field(() => Date, { description: 'Until.' })
  to: string;

  @Field(() => AbsenceKindEnum, { description: 'Leave, busy elsewhere, lent, out of use.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'Why a thing is away; never said of people.' })
  label: string | null;

  @Field(() => Int, { nullable: true, description: 'For expectedVersion.' })
  version: number | null;
}

@ObjectType('ClosedStretch', { description: 'A day on which the site is closed.' })
export class ClosedStretchType {
  @Field(() => LocalDate, { description: 'The day.' })
  date: string;

  @Field(() => String, { description: 'What is celebrated, or why.' })
  name: string;

  @Field(() => Date, { description: 'Its first instant at the site.' })
  from: Date;

  @Field(() => Date, { description: 'The first instant of the next day.' })
  to: Date;
}

@ObjectType('OfferedStretch', { description: 'A time in which a person is available.' })
export class OfferedStretchType {
  @Field(() => Date, { description: 'From.' })
  from: Date;

  @Field(() => Date, { description: 'Until.' })
  to: Date;
}

@ObjectType('BoardRow', { description: 'One resource with all that stands on it.' })
export class BoardRowType {
  @Field(() => ID, { description: 'Of the resource; for people the id of the person.' })
  id: string;

  @Field(() => ResourceKindEnum, { description: 'Room, equipment or person.' })
  kind: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'The site of a room or piece of equipment.' })
  siteId: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that site.' })
  siteName: string | null;

  @Field(() => Int, { nullable: true, description: 'For expectedVersion; left out for people and for what another organisation shares.' })
  version: number | null;

  @Field(() => Int, { nullable: true, description: 'Seats or pieces.' })
  seats: number | null;

  @Field(() => Boolean, { description: 'Whether several groups may share it.' })
  shared: boolean;

  @Field(() => [String], { description: 'What it has.' })
  features: readonly string[];

  @Field(() => [String], { description: 'Roles of a person in the organisation.' })
  roles: readonly string[];

  @Field(() => [BoardBookingType], { description: 'What it is taken by, in order of time.' })
  bookings: readonly BoardBookingType[];

  @Field(() => [BoardAbsenceType], { description: 'When it is away.' })
  absences: readonly BoardAbsenceType[];

  @Field(() => [ClosedStretchType], { description: 'When its site is closed.' })
  closed: readonly ClosedStretchType[];

  @Field(() => [OfferedStretchType], { nullable: true, description: 'When a person is available; left out where nothing was said.' })
  offered: readonly OfferedStretchType[] | null;
}

@ObjectType('Board', { description: 'Who and what is taken by what over some days.' })
export class BoardType {
  @Field(() => String, { description: 'Zone of the wall clock by which the days are cut: that of the site, else of the organisation.' })
  zone: string;

  @Field(() => Date, { description: 'First instant shown.' })
  from: Date;

  @Field(() => Date, { description: 'First instant not shown.' })
  to: Date;

  @Field(() => [BoardRowType], { description: 'Rooms, then equipment, then people, each by name.' })
  rows: readonly BoardRowType[];
}

export const BoardResult = resultUnion('BoardResult', 'The board, or why it is not shown.', BoardType, NotAllowedType, NotFoundType, InvalidInputType);
