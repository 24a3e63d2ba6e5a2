import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AcceptSetupLink } from '@app/identity';
import { Allow, type Call, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { SessionDoor } from './session-door.js';
import { AcceptSetupLinkInput } from './sign-in.input.js';
import { AcceptSetupLinkResult } from './sign-in.types.js';

@Resolver()
export class SetUpResolver {
  constructor(
    private readonly accept: AcceptSetupLink,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => AcceptSetupLinkResult, { description: 'Makes the holder of the set-up link the first platform admin, once, and signs in.' })
  @Allow('anonymous')
  @SecretAnswer()
  async acceptSetupLink(@CurrentCall() call: Call, @Args('input') input: AcceptSetupLinkInput) {
    return this.door.letIn(call, await this.accept.execute({ ...input, ...this.door.browser(call) }));
  }
}
