import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('ServerInfo', { description: 'What this installation is.' })
export class ServerInfo {
  @Field(() => String, { description: 'Version of Tremplin that answers.' })
  version: string;

  @Field(() => Date, { description: 'The time of the server.' })
  now: Date;

  @Field(() => [String], { description: 'Languages in which it speaks to people.' })
  languages: readonly string[];
}
