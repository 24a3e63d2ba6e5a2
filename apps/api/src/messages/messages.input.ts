import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type DeliveryState, deliveryStates } from '@app/messages';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { LocalTime, PageArgs } from '../graphql/index.js';

const TYPE_NAME = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;
const MOST_IDS = 100;

@ArgsType()
export class DeliveriesArgs extends PageArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => [String], { nullable: true, description: 'Only messages in one of these states; by default all.' })
  @IsOptional()
  @ArrayMaxSize(deliveryStates.length)
  @IsIn(deliveryStates, { each: true })
  states?: DeliveryState[];

  @Field(() => ID, { nullable: true, description: 'Only messages to this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string;
}

@ArgsType()
export class MessagesOfOrganisationArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;
}

@InputType({ description: 'Which message is meant.' })
export class DeliveryInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  id: string;
}

@InputType({ description: 'Which job is meant.' })
export class FailedJobInput {
  @Field(() => ID, { description: 'The job.' })
  @IsUUID()
  id: string;
}

@InputType({ description: 'For which organisation a test mail is sent.' })
export class SendTestMailInput {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;
}

@ArgsType()
export class NoticesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only what was not read yet.' })
  @IsBoolean()
  unreadOnly: boolean = false;
}

@InputType({ description: 'Which notices were read.' })
export class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true, description: 'These; by default all.' })
  @IsOptional()
  @ArrayMaxSize(MOST_IDS)
  @IsUUID(undefined, { each: true })
  ids?: string[];
}

@InputType({ description: 'When and how a person wants to be told.' })
export class MessagePreferencesInput {
  @Field(() => LocalTime, { nullable: true, description: 'Start of the quiet hours; null together with the end for none.' })
  @IsOptional()
  @MaxLength(5)
  quietFrom?: string | null;

  @Field(() => LocalTime, { nullable: true, description: 'End of the quiet hours; before the start when they run over midnight.' })
  @IsOptional()
  @MaxLength(5)
  quietUntil?: string | null;

  @Field(() => String, { description: 'Zone of the quiet hours and of digests: "Europe/Brussels".' })
  @MaxLength(60)
  zone: string;

  @Field(() => [String], { description: 'Ways for what can be switched off: mail, notice. What must be said comes anyway.' })
  @IsArray()
  @ArrayMaxSize(2)
  @IsIn(['mail', 'notice'], { each: true })
  channels: ('mail' | 'notice')[];

  @Field(() => String, { description: 'none: each message by itself; daily or weekly: what can wait comes together.' })
  @IsIn(['none', 'daily', 'weekly'])
  digest: 'none' | 'daily' | 'weekly';

  @Field(() => Boolean, { defaultValue: true, description: 'False: quiet hours and digests are as the centre that writes has them.' })
  @IsBoolean()
  isOwn: boolean;

  @Field(() => [String], { description: 'Kinds that are switched off.' })
  @IsArray()
  @ArrayMaxSize(MOST_IDS)
  @Matches(TYPE_NAME, { each: true })
  mutedTypes: string[];

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  @Min(0)
  expectedVersion: number;
}
