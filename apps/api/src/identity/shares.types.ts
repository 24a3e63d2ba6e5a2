import { type ShareRight, shareRights } from '@app/identity';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { InvalidInputType, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';

@ObjectType('Share', { description: 'What one organisation lets another one do with a thing of its own.' })
export class ShareType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Whose thing it is.' })
  organisationId: string;

  @Field(() => String, { description: 'What kind of thing: room, equipment.' })
  subjectKind: string;

  @Field(() => ID, { description: 'Which one.' })
  subjectId: string;

  @Field(() => ID, { description: 'Who may use it.' })
  toOrganisationId: string;

  @Field(() => String, { description: 'Name of the organisation at the other end.' })
  partnerName: string;

  @Field(() => String, { nullable: true, description: 'Name of the thing; empty when it is gone.' })
  subjectName?: string | null;

  @Field(() => String, { description: 'What is allowed: read, use or book.' })
  right: ShareRight;

  @Field(() => Date, { nullable: true, description: 'Until when; empty until it is ended.' })
  until: Date | null;

  @Field(() => Int, { description: 'For expectedVersion.' })
  version: number;
}

@ObjectType('ShareList', { description: 'What an organisation lends and what it is lent.' })
export class ShareListType {
  @Field(() => [ShareType], { description: 'The oldest first.' })
  shares: ShareType[];
}

@ObjectType('SharedThing', { description: 'The thing is shared, or no longer.' })
export class SharedThingType {
  @Field(() => ID, { description: 'The share.' })
  shareId: string;

  @Field(() => Int, { description: 'Its version now.' })
  version: number;
}

@InputType({ description: 'What to share with whom. Sharing the same again changes the end.' })
export class ShareThingInput {
  @Field(() => ID, { description: 'The organisation that shares.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'What kind of thing: room, equipment.' })
  @MaxLength(80)
  subjectKind: string;

  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  subjectId: string;

  @Field(() => String, { description: 'The number of the other organisation, which its own managers see and tell.' })
  @MaxLength(100)
  toOrganisationId: string;

  @Field(() => String, { description: 'What is allowed: read, use or book.' })
  @IsIn(shareRights)
  right: ShareRight;

  @Field(() => Date, { nullable: true, description: 'Until when; left out until it is ended.' })
  @IsOptional()
  until?: Date | null;
}

@InputType({ description: 'Which share to take back.' })
export class EndShareInput {
  @Field(() => ID, { description: 'The share.' })
  @IsUUID()
  shareId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

export const SharesResult = resultUnion('SharesResult', 'Shares, or why not.', ShareListType, NotAllowedType, NotFoundType);
export const ShareThingResult = resultUnion('ShareThingResult', 'What became of it.', SharedThingType, NotAllowedType, NotFoundType, InvalidInputType);
export const EndShareResult = resultUnion('EndShareResult', 'What became of it.', SharedThingType, NotAllowedType, NotFoundType, StaleVersionType);
