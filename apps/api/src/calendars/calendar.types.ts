import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';

export const CalendarFeedKindEnum = { PERSON: 'person', ROOM: 'room' } as const;
registerEnumType(CalendarFeedKindEnum, { name: 'CalendarFeedKind', description: 'The own agenda, or a room.' });

@ObjectType('CalendarFeed', { description: 'An address under which a calendar program reads. The address itself is shown once, when it is made.' })
export class CalendarFeedType {
  @Field(() => ID, { description: 'Its id; it opens nothing.' })
  id: string;

  @Field(() => CalendarFeedKindEnum, { description: 'What it shows.' })
  kind: 'person' | 'room';

  @Field(() => ID, { nullable: true, description: 'Which room.' })
  resourceId: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the room.' })
  roomName: string | null;

  @Field(() => Date, { description: 'Since when this address holds.' })
  renewedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When a calendar program last read it, to the hour.' })
  readAt: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;
}

@ObjectType('GivenCalendarFeed', { description: 'An address, shown once.' })
export class GivenCalendarFeedType {
  @Field(() => CalendarFeedType, { description: 'What stays visible of it.' })
  feed: CalendarFeedType;

  @Field(() => String, { description: 'The address. Keep it now: it is not shown again, and who has it reads the calendar.' })
  url: string;
}

@ObjectType('CalendarFeedRevoked', { description: 'The address is dead.' })
export class CalendarFeedRevokedType {
  @Field(() => ID, { description: 'Which one.' })
  feedId: string;
}

@InputType({ description: 'What a calendar program shall read; without a room the own agenda.' })
export class CreateCalendarFeedInput {
  @Field(() => ID, { nullable: true, description: 'Whose room.' })
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  @Field(() => ID, { nullable: true, description: 'Which room.' })
  @IsOptional()
  @IsUUID()
  resourceId?: string;
}

export const GiveCalendarFeedResult = resultUnion('GiveCalendarFeedResult', 'The address, or why there is none.', GivenCalendarFeedType, NotAllowedType, NotFoundType);
export const RevokeCalendarFeedResult = resultUnion('RevokeCalendarFeedResult', 'The address is dead, or was not found.', CalendarFeedRevokedType, NotFoundType);
