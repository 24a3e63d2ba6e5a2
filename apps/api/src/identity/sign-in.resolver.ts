import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SignIn, SignOut } from '@app/identity';
import { Allow, type Call, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { SessionDoor } from './session-door.js';
import { SignInInput } from './sign-in.input.js';
import { SignedOutType, SignInResult } from './sign-in.types.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signInUseCase: SignIn,
    private readonly signOutUseCase: SignOut,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => SignInResult, { description: 'Signs in by address and password.' })
  @Allow('anonymous')
  @SecretAnswer()
  async signIn(@CurrentCall() call: Call, @Args('input') input: SignInInput) {
    return this.door.letIn(call, await this.signInUseCase.execute({ ...input, ...this.door.browser(call) }));
  }

  @Mutation(() => SignedOutType, { description: 'Ends the session of this browser.' })
  @Allow('anonymous')
  async signOut(@CurrentCall() call: Call) {
    const { heldToken } = this.door.browser(call);
    const there = heldToken ? await this.signOutUseCase.execute(heldToken) : undefined;
    this.door.leave(call);
    return { done: true, there: there ?? null };
  }
}
