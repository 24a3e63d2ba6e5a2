import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { MergePeople, UpdateProfile } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { MergePeopleResult, UpdatePersonResult } from './people-changes.types.js';
import { MergePeopleInput, UpdatePersonInput } from './people.input.js';
import { ShownPerson } from './shown-person.js';

@Resolver()
export class PeopleChangesResolver {
  constructor(
    private readonly update: UpdateProfile,
    private readonly merge: MergePeople,
    private readonly shown: ShownPerson,
  ) {}

  @Mutation(() => UpdatePersonResult, { description: 'Changes what the organisation knows of a person.' })
  @Allow('coordinator', 'manager', 'scope:people.write')
  async updatePerson(@CurrentActor() actor: Actor, @Args('input') input: UpdatePersonInput) {
    return this.shown.after(actor, await this.update.execute(actor, input));
  }

  @Mutation(() => MergePeopleResult, { description: 'Makes one out of two entries of the same human.' })
  @Allow('coordinator', 'manager')
  async mergePeople(@CurrentActor() actor: Actor, @Args('input') input: MergePeopleInput) {
    const merged = await this.merge.execute(actor, input);
    if (isProblem(merged)) return merged;
    const person = await this.shown.after(actor, merged.member);
    return isProblem(person) ? person : { ...merged, person };
  }
}
