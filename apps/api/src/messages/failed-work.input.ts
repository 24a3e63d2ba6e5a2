import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID, Matches } from 'class-validator';

@InputType({ description: 'Names work of an organisation that was given up.' })
export class FailedWorkInput {
  @Field(() => ID, { description: 'Whose work.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The job.' })
  @IsUUID()
  jobId: string;
}

@InputType({ description: 'Names a consumer of changes.' })
export class UnparkChangesInput {
  @Field(() => String, { description: 'The consumer: "reminders.plan".' })
  @Matches(/^[a-z][a-z.-]{0,99}$/)
  consumer: string;
}
