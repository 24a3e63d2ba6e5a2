import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InvitePerson, SendInvitation, WithdrawInvitation } from '@app/identity';
import { Actor } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { InvitePersonResult, SendInvitationResult, WithdrawInvitationResult } from './people-changes.types.js';
import { InvitePersonInput, PersonVersionInput, SendInvitationInput } from './people.input.js';
import { ShownPerson } from './shown-person.js';

@Resolver()
export class InvitationsResolver {
  constructor(
    private readonly invite: InvitePerson,
    private readonly send: SendInvitation,
    private readonly withdraw: WithdrawInvitation,
    private readonly shown: ShownPerson,
  ) {}

  @Mutation(() => InvitePersonResult, { description: 'Notes a person and asks by mail.' })
  @Allow('coordinator', 'manager', 'scope:people.write')
  async invitePerson(@CurrentActor() actor: Actor, @Args('input') input: InvitePersonInput) {
    return this.shown.after(actor, await this.invite.execute(actor, input));
  }

  @Mutation(() => SendInvitationResult, { description: 'Asks a known person by mail, or asks again.' })
  @Allow('coordinator', 'manager')
  async sendInvitation(@CurrentActor() actor: Actor, @Args('input') input: SendInvitationInput) {
    return this.shown.after(actor, await this.send.execute(actor, input));
  }

  @Mutation(() => WithdrawInvitationResult, { description: 'Takes an open invitation back.' })
  @Allow('coordinator', 'manager')
  async withdrawInvitation(@CurrentActor() actor: Actor, @Args('input') input: PersonVersionInput) {
    return this.shown.after(actor, await this.withdraw.execute(actor, input));
  }
}
