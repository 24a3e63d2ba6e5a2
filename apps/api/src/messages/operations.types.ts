import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';

@ObjectType('MessageFigures', { description: 'Messages of the whole installation.' })
export class MessageFiguresType {
  @Field(() => Float, { description: 'Seconds that the oldest due message has waited; more than 60 is an alarm.' })
  oldestDueSeconds: number;

  @Field(() => Int, { description: 'Should leave now.' })
  due: number;

  @Field(() => Int, { description: 'Are just being handed to the mail server.' })
  sending: number;

  @Field(() => Int, { description: 'May have arrived and go again.' })
  ambiguous: number;

  @Field(() => Int, { description: 'Of the last day, those that may have arrived twice.' })
  ambiguousToday: number;

  @Field(() => Int, { description: 'Could not be delivered.' })
  failed: number;

  @Field(() => Int, { description: 'Left in the last 24 hours.' })
  sentToday: number;

  @Field(() => Int, { description: 'Addresses that the mail server refused for good.' })
  pausedAddresses: number;
}

@ObjectType('QueueFigures', { description: 'One queue of jobs.' })
export class QueueFiguresType {
  @Field(() => String, { description: 'Its name.' })
  queue: string;

  @Field(() => Int, { description: 'Could run now.' })
  waiting: number;

  @Field(() => Int, { description: 'Run.' })
  running: number;

  @Field(() => Int, { description: 'Failed for good.' })
  failed: number;

  @Field(() => Float, { description: 'Seconds that the oldest one has waited.' })
  oldestSeconds: number;
}

@ObjectType('ConsumerFigures', { description: 'Work that changes left for one consumer.' })
export class ConsumerFiguresType {
  @Field(() => String, { description: 'Its name.' })
  consumer: string;

  @Field(() => Int, { description: 'Waits.' })
  waiting: number;

  @Field(() => Int, { description: 'Failed too often.' })
  parked: number;

  @Field(() => Float, { description: 'Seconds that the oldest one has waited.' })
  oldestSeconds: number;
}

@ObjectType('RunningWorker', { description: 'A worker that gave a sign of life in the last half minute.' })
export class RunningWorkerType {
  @Field(() => ID, { description: 'Its id, new at every start.' })
  id: string;

  @Field(() => String, { description: 'The machine.' })
  host: string;

  @Field(() => Int, { description: 'The process on it.' })
  pid: number;

  @Field(() => Date, { description: 'Since when.' })
  startedAt: Date;

  @Field(() => Date, { description: 'Last sign of life.' })
  beatAt: Date;
}

@ObjectType('FailedJob', { description: 'A job that failed for good.' })
export class FailedJobType {
  @Field(() => ID, { description: 'The job.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'For whom it worked.' })
  organisationId?: string | null;

  @Field(() => String, { description: 'Kind of job: "identity.import-people".' })
  name: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => String, { nullable: true, description: 'What went wrong last.' })
  reason?: string | null;

  @Field(() => Date, { description: 'When it was given up.' })
  failedAt: Date;
}

@ObjectType('Operations', { description: 'Queues and workers of the installation.' })
export class OperationsType {
  @Field(() => MessageFiguresType, { description: 'Messages.' })
  messages: MessageFiguresType;

  @Field(() => [QueueFiguresType], { description: 'Queues that hold a job.' })
  queues: QueueFiguresType[];

  @Field(() => [ConsumerFiguresType], { description: 'Consumers of changes with work left.' })
  consumers: ConsumerFiguresType[];

  @Field(() => [RunningWorkerType], { description: 'Workers; none is an alarm.' })
  workers: RunningWorkerType[];

  @Field(() => [FailedJobType], { description: 'The newest hundred.' })
  failedJobs: FailedJobType[];
}

export const OperationsResult = resultUnion('OperationsResult', 'Figures, or why not.', OperationsType, NotAllowedType);
export const RetryJobResult = resultUnion('RetryJobResult', 'The job that runs again, or why not.', FailedJobType, NotAllowedType, NotFoundType);
export const DiscardJobResult = resultUnion('DiscardJobResult', 'The job that is gone, or why not.', FailedJobType, NotAllowedType, NotFoundType);
