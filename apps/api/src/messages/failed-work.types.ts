import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';

@ObjectType('FailedWork', { description: 'Work in the background that was given up after several tries.' })
export class FailedWorkType {
  @Field(() => ID, { description: 'The job.' })
  id: string;

  @Field(() => String, { description: 'Kind of work: "identity.import-people".' })
  name: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => Date, { description: 'When it was given up.' })
  failedAt: Date;
}

@ObjectType('FailedWorkList', { description: 'Work of one organisation that was given up, the newest hundred.' })
export class FailedWorkListType {
  @Field(() => [FailedWorkType], { description: 'The newest first.' })
  work: readonly FailedWorkType[];
}

@ObjectType('UnparkedChanges', { description: 'Work on changes that is done again.' })
export class UnparkedChangesType {
  @Field(() => String, { description: 'For which consumer.' })
  consumer: string;

  @Field(() => Int, { description: 'How much of it.' })
  count: number;
}

export const FailedWorkResult = resultUnion('FailedWorkResult', 'The list, or why not.', FailedWorkListType, NotAllowedType, NotFoundType);
export const RetryFailedWorkResult = resultUnion('RetryFailedWorkResult', 'The work that is tried again, or why not.', FailedWorkType, NotAllowedType, NotFoundType);
export const DiscardFailedWorkResult = resultUnion('DiscardFailedWorkResult', 'The work that is given up, or why not.', FailedWorkType, NotAllowedType, NotFoundType);
export const UnparkChangesResult = resultUnion('UnparkChangesResult', 'What is done again, or why not.', UnparkedChangesType, NotAllowedType);
