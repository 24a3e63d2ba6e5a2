import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';

@InputType({ description: 'The demo centre that is to go.' })
export class RemoveDemoInput {
  @Field(() => ID, { description: 'The demo centre.' })
  @IsUUID()
  organisationId: string;
}

@ObjectType('DemoRemoved', { description: 'The demo centre is gone, with everything in it and the made-up people who belonged nowhere else.' })
export class DemoRemovedType {
  @Field(() => ID, { description: 'The organisation that was the demo.' })
  organisationId: string;
}

export const RemoveDemoResult = resultUnion('RemoveDemoResult', 'What became of the demo.', DemoRemovedType, NotAllowedType, NotFoundType);
