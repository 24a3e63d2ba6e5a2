import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { RequestSignInLink, ResetPassword, SignInWithLink } from '@app/identity';
import { Allow, type Call, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { SessionDoor } from './session-door.js';
import { ResetPasswordInput, SignInLinkInput, SignInMailInput } from './sign-in.input.js';
import { ResetPasswordResult, SignInMailResult, SignInWithLinkResult } from './sign-in.types.js';

/** Links by mail. Only the press of a button sends these mutations: mail scanners that open links use nothing up. */
@Resolver()
export class SignInLinksResolver {
  constructor(
    private readonly request: RequestSignInLink,
    private readonly signIn: SignInWithLink,
    private readonly reset: ResetPassword,
    private readonly door: SessionDoor,
  ) {}

  @Mutation(() => SignInMailResult, { description: 'Sends a link to sign in with, good once and for 30 minutes.' })
  @Allow('anonymous')
  requestSignInLink(@CurrentCall() call: Call, @Args('input') input: SignInMailInput) {
    return this.request.execute('link', { ...input, ...this.door.browser(call) });
  }

  @Mutation(() => SignInWithLinkResult, { description: 'Signs in by a link that came by mail.' })
  @Allow('anonymous')
  @SecretAnswer()
  async signInWithLink(@CurrentCall() call: Call, @Args('input') input: SignInLinkInput) {
    return this.door.letIn(call, await this.signIn.execute({ ...input, ...this.door.browser(call) }));
  }

  @Mutation(() => SignInMailResult, { description: 'Sends a link to choose a new password with, good once and for 30 minutes.' })
  @Allow('anonymous')
  requestPasswordReset(@CurrentCall() call: Call, @Args('input') input: SignInMailInput) {
    return this.request.execute('reset', { ...input, ...this.door.browser(call) });
  }

  @Mutation(() => ResetPasswordResult, { description: 'Stores a new password by a link that came by mail, ends all sessions and signs in.' })
  @Allow('anonymous')
  @SecretAnswer()
  async resetPassword(@CurrentCall() call: Call, @Args('input') input: ResetPasswordInput) {
    return this.door.letIn(call, await this.reset.execute({ ...input, ...this.door.browser(call) }));
  }
}
