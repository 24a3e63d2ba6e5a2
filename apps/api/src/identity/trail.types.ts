import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';

@ObjectType('TrailEntry', { description: 'Something that somebody did, or tried to do.' })
export class TrailEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'Thing and past participle: "person.roles-changed"; for attempts the thing and the verb.' })
  action: string;

  @Field(() => Boolean, { description: 'Whether it was tried and not allowed.' })
  refused: boolean;

  @Field(() => ID, { nullable: true, description: 'The person who did it; null for the system.' })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that person in this organisation.' })
  actorName?: string | null;

  @Field(() => String, { description: 'What kind of thing it was done to.' })
  subjectKind: string;

  @Field(() => ID, { nullable: true, description: 'Which one.' })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it concerns.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that person in this organisation.' })
  personName?: string | null;

  @Field(() => String, { description: 'Facts as JSON: ids, figures, names of fields, roles before and after.' })
  facts: string;

  @Field(() => String, { nullable: true, description: 'Words about the person as JSON; null when there were none or they are erased.' })
  personal?: string | null;
}

@ObjectType('TrailVerdict', { description: 'What a check of the chain found.' })
export class TrailVerdictType {
  @Field(() => Int, { description: 'Seals of the chain.' })
  seals: number;

  @Field(() => Int, { description: 'Entries under a seal.' })
  entries: number;

  @Field(() => Int, { description: 'Entries since the last seal.' })
  unsealed: number;

  @Field(() => Int, { nullable: true, description: 'First seal that does not match its entries; null when all match.' })
  broken?: number | null;

  @Field(() => Int, { description: 'Words about people that were altered; erased ones are not counted.' })
  altered: number;

  @Field(() => String, { description: 'Digest of the last seal, to be kept elsewhere.' })
  head: string;
}

export const TrailEntryConnection = connectionType('TrailEntry', () => TrailEntryType);
export const TrailResult = resultUnion('TrailResult', 'The trail, or why not.', TrailEntryConnection, NotAllowedType, NotFoundType);
export const TrailVerdictResult = resultUnion('TrailVerdictResult', 'The verdict, or why not.', TrailVerdictType, NotAllowedType, NotFoundType);
