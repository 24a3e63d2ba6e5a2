import { Field, InterfaceType } from '@nestjs/graphql';

/** What every refusal in the schema has. `message` is worded in the language of the person who asks (worded-problems.ts). */
@InterfaceType('Problem', { description: 'An answer that refuses, with a reason that a person can act on.', resolveType: (value: object) => value.constructor.name })
export abstract class ProblemInterface {
  @Field(() => String, { description: 'Stable name of the reason, for programs.' })
  code: string;

  @Field(() => String, { description: 'What is wrong and how to mend it, in the language of the person who asks.' })
  message: string;
}
