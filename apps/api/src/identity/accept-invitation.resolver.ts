import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AcceptInvitation, FindInvitation, StartInvitedSignIn, wordList } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { MaxLength } from 'class-validator';
import { Allow, type Call, CurrentActor, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { AcceptInvitationAtProviderResult, AcceptInvitationInput, AcceptInvitationResult, OpenInvitationResult } from './accept-invitation.types.js';
import { OidcDoor } from './oidc-door.js';
import { SessionDoor } from './session-door.js';

@ArgsType()
class TokenArgs {
  @Field(() => String, { description: 'The part of the link behind #.' })
  @MaxLength(100)
  token: string;
}

@ArgsType()
class AtProviderArgs extends TokenArgs {
  @Field(() => ID, { description: 'A provider of who invites.' })
  @MaxLength(100)
  providerId: string;
}

@Resolver()
export class AcceptInvitationResolver {
  constructor(
    private readonly find: FindInvitation,
    private readonly accept: AcceptInvitation,
    private readonly door: SessionDoor,
  ) {}

  @Query(() => OpenInvitationResult, { description: 'What the link of an invitation invites to.' })
  @Allow('anonymous')
  async openInvitation(@CurrentCall() call: Call, @Args() { token }: TokenArgs) {
    const found = await this.find.execute({ token, visitor: this.door.browser(call).visitor });
    return isProblem(found) ? found : { ...found, words: wordList(found.words) };
  }

  @Mutation(() => AcceptInvitationResult, { description: 'Accepts an invitation: as the person signed in, or as somebody new.' })
  @Allow('anonymous')
  async acceptInvitation(@CurrentCall() call: Call, @CurrentActor() actor: Actor, @Args('input') input: AcceptInvitationInput) {
    const answer = await this.accept.execute(actor, { ...input, ...this.door.browser(call) });
    if (isProblem(answer)) return answer;
    if (answer.signedIn) this.door.letIn(call, answer.signedIn);
    return { organisationId: answer.organisationId, signedIn: Boolean(answer.signedIn) };
  }
}

/** The same by a sign-in at a provider of the organisation that invites. */
@Resolver()
export class InvitedAtProviderResolver {
  constructor(
    private readonly start: StartInvitedSignIn,
    private readonly door: OidcDoor,
  ) {}

  @Mutation(() => AcceptInvitationAtProviderResult, { description: 'Begins to accept an invitation by signing in at a provider of who invites: send the browser to the url.' })
  @Allow('anonymous')
  @SecretAnswer()
  async acceptInvitationAtProvider(@CurrentCall() call: Call, @Args() { token, providerId }: AtProviderArgs) {
    const started = await this.start.execute(call.actor, { token, providerId, visitor: this.door.browser(call).visitor });
    return isProblem(started) ? started : { url: this.door.toProvider(call.reply, started) };
  }
}
