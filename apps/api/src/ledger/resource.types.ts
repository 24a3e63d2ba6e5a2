import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsInt, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { connectionType, InvalidInputType, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { ResourceKindEnum, StillBookedType } from './clash.types.js';

/** What every room and piece of equipment says of itself, the own and the lent. */
@ObjectType({ isAbstract: true })
abstract class ThingType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ResourceKindEnum, { description: 'Room or equipment.' })
  kind: 'room' | 'equipment';

  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@ObjectType('Resource', { description: 'A room or a piece of equipment that can be booked.' })
export class ResourceType extends ThingType {
  @Field(() => ID, { description: 'The site where it is.' })
  siteId: string;

  @Field(() => Int, { nullable: true, description: 'How many people fit in, or how many pieces a set has.' })
  seats: number | null;

  @Field(() => Boolean, { description: 'Whether several groups may share it, each with its number of seats.' })
  shared: boolean;

  @Field(() => [String], { description: 'What it has: "projector", "wheelchair access".' })
  features: readonly string[];

  @Field(() => Int, { description: 'Give it back as expectedVersion when you change it.' })
  version: number;
}

@ObjectType('LentThing', { description: 'A room or a piece of equipment of another organisation that this one may book.' })
export class LentThingType extends ThingType {
  @Field(() => String, { description: 'Name of the site where it is.' })
  siteName: string;

  @Field(() => String, { description: 'Name of the organisation that lends it.' })
  ownerName: string;

  @Field(() => Int, { nullable: true, description: 'How many people fit in, or how many pieces a set has.' })
  seats: number | null;
}

export const ResourceConnection = connectionType('Resource', () => ResourceType);

@InputType({ description: 'A new room or piece of equipment.' })
export class CreateResourceInput {
  @Field(() => ID, { description: 'Whose it is.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The site where it is.' })
  @IsUUID()
  siteId: string;

  @Field(() => String, { description: 'Its name, once at each site.' })
  @MaxLength(300)
  name: string;

  @Field(() => Int, { nullable: true, description: 'How many people fit in, or how many pieces a set has.' })
  @IsOptional()
  @Min(1)
  @Max(10_000)
  seats?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether several groups may share it, each with its number of seats.' })
  @IsBoolean()
  shared: boolean;

  @Field(() => [String], { defaultValue: [], description: 'What it has.' })
  @ArrayMaxSize(50)
  features: string[];
}

@InputType({ description: 'What is to become different; what is left out stays.' })
export class UpdateResourceInput {
  @Field(() => ID, { description: 'Which room or piece of equipment.' })
  @IsUUID()
  resourceId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => ID, { nullable: true, description: 'The site where it is from now on.' })
  @IsOptional()
  @IsUUID()
  siteId?: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @MaxLength(300)
  name?: string;

  @Field(() => Int, { nullable: true, description: 'Seats or pieces; null: nobody counts them.' })
  @IsOptional()
  @Min(1)
  @Max(10_000)
  seats?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether several groups may share it.' })
  @IsOptional()
  @IsBoolean()
  shared?: boolean;

  @Field(() => [String], { nullable: true, description: 'The whole new list of what it has.' })
  @IsOptional()
  @ArrayMaxSize(50)
  features?: string[];
}

@InputType({ description: 'What is to be taken out of every list.' })
export class ArchiveResourceInput {
  @Field(() => ID, { description: 'Which room or piece of equipment.' })
  @IsUUID()
  resourceId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

@ObjectType('ResourceArchived', { description: 'It is in no list any more.' })
export class ResourceArchivedType {
  @Field(() => ID, { description: 'Which one.' })
  resourceId: string;
}

@ObjectType('TravelTime', { description: 'How long people and equipment need from one site to another.' })
export class TravelTimeType {
  @Field(() => ID, { description: 'From.' })
  fromSiteId: string;

  @Field(() => ID, { description: 'To.' })
  toSiteId: string;

  @Field(() => Int, { description: 'Minutes from door to door.' })
  minutes: number;
}

@ObjectType('TravelTimes', { description: 'All ways between the sites of an organisation.' })
export class TravelTimesType {
  @Field(() => [TravelTimeType], { description: 'The ways.' })
  travelTimes: readonly TravelTimeType[];
}

@InputType({ description: 'How long one way takes.' })
export class SetTravelTimeInput {
  @Field(() => ID, { description: 'Whose sites.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'From.' })
  @IsUUID()
  fromSiteId: string;

  @Field(() => ID, { description: 'To.' })
  @IsUUID()
  toSiteId: string;

  @Field(() => Int, { description: 'Minutes from door to door, 0 to 720; 0 forgets it.' })
  @IsInt()
  minutes: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Only this direction; both by default.' })
  @IsBoolean()
  oneWay: boolean;
}

export const CreateResourceResult = resultUnion('CreateResourceResult', 'The new resource, or why there is none.', ResourceType, NotAllowedType, NotFoundType, InvalidInputType);
export const UpdateResourceResult = resultUnion('UpdateResourceResult', 'The resource as it is now, or why it stayed.', ResourceType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType);
export const ArchiveResourceResult = resultUnion('ArchiveResourceResult', 'Whether it was taken out.', ResourceArchivedType, StillBookedType, NotAllowedType, NotFoundType, StaleVersionType);
export const SetTravelTimeResult = resultUnion('SetTravelTimeResult', 'All ways as they are now.', TravelTimesType, NotAllowedType, NotFoundType, InvalidInputType);
