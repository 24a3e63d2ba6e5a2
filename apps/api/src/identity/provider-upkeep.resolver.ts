import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AddSignInProvider, ListSignInProviders, RemoveSignInProvider, UpdateSignInProvider } from '@app/identity';
import { Actor } from '@app/platform';
import { Allow, CurrentActor, SecretAnswer } from '../graphql/index.js';
import { AddSignInProviderInput, AddSignInProviderResult, RemoveSignInProviderResult, SignInProvidersResult, UpdateSignInProviderInput, UpdateSignInProviderResult } from './providers.types.js';

/** Screen M4: the providers of an organisation. */
@Resolver()
export class ProviderUpkeepResolver {
  constructor(
    private readonly list: ListSignInProviders,
    private readonly add: AddSignInProvider,
    private readonly update: UpdateSignInProvider,
    private readonly remove: RemoveSignInProvider,
  ) {}

  @Query(() => SignInProvidersResult, { description: 'The providers of sign-ins of an organisation.' })
  @Allow('manager')
  signInProviders(@CurrentActor() actor: Actor, @Args('organisationId', { type: () => ID, description: 'The organisation.' }) organisationId: string) {
    return this.list.execute(actor, organisationId);
  }

  @Mutation(() => AddSignInProviderResult, { description: 'Adds a provider after asking it.' })
  @Allow('manager')
  @SecretAnswer()
  addSignInProvider(@CurrentActor() actor: Actor, @Args('input') input: AddSignInProviderInput) {
    return this.add.execute(actor, input);
  }

  @Mutation(() => UpdateSignInProviderResult, { description: 'Changes name, secret, or whether it is offered.' })
  @Allow('manager')
  @SecretAnswer()
  updateSignInProvider(@CurrentActor() actor: Actor, @Args('input') input: UpdateSignInProviderInput) {
    return this.update.execute(actor, input);
  }

  @Mutation(() => RemoveSignInProviderResult, { description: 'Removes a provider; who came in through it signs in by mail link or password.' })
  @Allow('manager')
  removeSignInProvider(
    @CurrentActor() actor: Actor,
    @Args('providerId', { type: () => ID, description: 'The provider.' }) providerId: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that was read.' }) expectedVersion: number,
  ) {
    return this.remove.execute(actor, { providerId, expectedVersion });
  }
}
