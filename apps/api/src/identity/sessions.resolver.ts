import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChangePassword, EndSession, ListSessions } from '@app/identity';
import { Actor } from '@app/platform';
import { Allow, type Call, CurrentActor, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { SessionDoor } from './session-door.js';
import { DeviceSession } from './sessions.types.js';
import { ChangePasswordInput } from './sign-in.input.js';
import { ChangePasswordResult, EndSessionResult } from './sign-in.types.js';

@Resolver()
export class SessionsResolver {
  constructor(
    private readonly list: ListSessions,
    private readonly end: EndSession,
    private readonly change: ChangePassword,
    private readonly door: SessionDoor,
  ) {}

  @Query(() => [DeviceSession], { description: 'The devices on which the person is signed in, last used first; at most 100.' })
  @Allow('signed-in')
  mySessions(@CurrentActor() actor: Actor) {
    return this.list.execute(actor);
  }

  @Mutation(() => EndSessionResult, { description: 'Signs a device out.' })
  @Allow('signed-in')
  endSession(@CurrentActor() actor: Actor, @Args('sessionId', { type: () => ID, description: 'The session to end.' }) sessionId: string) {
    return this.end.execute(actor, { sessionId });
  }

  @Mutation(() => ChangePasswordResult, { description: 'Another password: this device gets a new session, all others are signed out.' })
  @Allow('signed-in')
  @SecretAnswer()
  async changePassword(@CurrentCall() call: Call, @Args('input') input: ChangePasswordInput) {
    return this.door.renew(call, await this.change.execute(call.actor, { ...input, ...this.door.browser(call) }));
  }
}
