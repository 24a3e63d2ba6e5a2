import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ChangeRoles, EndMembership, ReinstateMember, SuspendMember } from '@app/identity';
import { Actor } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { ChangeRolesResult, EndMembershipResult, ReinstatePersonResult, SuspendPersonResult } from './people-changes.types.js';
import { ChangeRolesInput, PersonVersionInput, SuspendPersonInput } from './people.input.js';
import { ShownPerson } from './shown-person.js';

@Resolver()
export class RolesResolver {
  constructor(
    private readonly change: ChangeRoles,
    private readonly end: EndMembership,
    private readonly shown: ShownPerson,
  ) {}

  @Mutation(() => ChangeRolesResult, { description: 'Gives and takes roles.' })
  @Allow('coordinator', 'manager')
  async changeRoles(@CurrentActor() actor: Actor, @Args('input') input: ChangeRolesInput) {
    return this.shown.after(actor, await this.change.execute(actor, input));
  }

  @Mutation(() => EndMembershipResult, { description: 'The person leaves the organisation; the history stays.' })
  @Allow('coordinator', 'manager')
  async endMembership(@CurrentActor() actor: Actor, @Args('input') input: PersonVersionInput) {
    return this.shown.after(actor, await this.end.execute(actor, input));
  }
}

@Resolver()
export class SuspensionResolver {
  constructor(
    private readonly suspend: SuspendMember,
    private readonly reinstate: ReinstateMember,
    private readonly shown: ShownPerson,
  ) {}

  @Mutation(() => SuspendPersonResult, { description: 'Shuts a person out of the organisation at once.' })
  @Allow('coordinator', 'manager')
  async suspendPerson(@CurrentActor() actor: Actor, @Args('input') input: SuspendPersonInput) {
    return this.shown.after(actor, await this.suspend.execute(actor, input));
  }

  @Mutation(() => ReinstatePersonResult, { description: 'Lets a suspended person in again.' })
  @Allow('coordinator', 'manager')
  async reinstatePerson(@CurrentActor() actor: Actor, @Args('input') input: PersonVersionInput) {
    return this.shown.after(actor, await this.reinstate.execute(actor, input));
  }
}
