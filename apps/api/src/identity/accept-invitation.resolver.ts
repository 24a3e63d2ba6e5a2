import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AcceptInvitation, FindInvitation } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { MaxLength } from 'class-validator';
import { Allow, type Call, CurrentActor, CurrentCall } from '../graphql/index.js';
import { AcceptInvitationInput, AcceptInvitationResult, OpenInvitationResult } from './accept-invitation.types.js';
import { SessionDoor } from './session-door.js';

@ArgsType()
class TokenArgs {
  @Field(() => String, { description: 'The part of the link behind #.' })
  @MaxLength(100)
  token: string;
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
  openInvitation(@CurrentCall() call: Call, @Args() { token }: TokenArgs) {
    return this.find.execute({ token, visitor: this.door.browser(call).visitor });
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
