import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('DeviceSession', { description: 'A device on which the person is signed in.' })
export class DeviceSession {
  @Field(() => ID, { description: 'Its id, to end it.' })
  id: string;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent: boolean;

  @Field(() => String, { description: 'Browser and system, "Firefox · Windows"; empty when nothing was recognised.' })
  device: string;

  @Field(() => String, { description: 'Shortened network address from which it was opened.' })
  network: string;

  @Field(() => String, { description: 'How the person came in: password, link, oidc, invitation, reset or setup.' })
  way: string;

  @Field(() => Date, { description: 'Since when.' })
  createdAt: Date;

  @Field(() => Date, { description: 'Last use, to the minute.' })
  lastUsedAt: Date;
}
