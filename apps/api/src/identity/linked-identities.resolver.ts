import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ConfirmProviderLink, ListLinkedIdentities, ProviderDirectory, StartProviderSignIn, UnlinkIdentity } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { Allow, type Call, CurrentActor, CurrentCall, SecretAnswer } from '../graphql/index.js';
import { OidcDoor } from './oidc-door.js';
import { BROWSER_COOKIE } from './provider-cookies.js';
import { ConfirmProviderLinkResult, LinkedIdentityType, LinkSignInProviderResult, OidcProviderType, UnlinkIdentityResult } from './providers.types.js';
import { SessionDoor } from './session-door.js';
import { SignInLinkInput } from './sign-in.input.js';
import { readCookie } from './small-cookies.js';

/** Providers as somebody who signs in meets them. */
@Resolver()
export class OidcProvidersResolver {
  constructor(
    private readonly directory: ProviderDirectory,
    private readonly confirm: ConfirmProviderLink,
    private readonly door: SessionDoor,
  ) {}

  @Query(() => [OidcProviderType], { description: 'Providers of an organisation, or those that answer for the domain of an address.' })
  @Allow('anonymous')
  oidcProviders(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, nullable: true, description: 'The organisation.' }) organisationId?: string,
    @Args('email', { type: () => String, nullable: true, description: 'An address; whether it has an account plays no part.' }) email?: string,
  ) {
    return this.directory.offered(actor, { organisationId, email });
  }

  @Mutation(() => ConfirmProviderLinkResult, { description: 'Confirms by mail that one is this user of a provider; in the browser that was there.' })
  @Allow('anonymous')
  @SecretAnswer()
  async confirmProviderLink(@CurrentCall() call: Call, @Args('input') input: SignInLinkInput) {
    const browserToken = readCookie(call.req, BROWSER_COOKIE);
    return this.door.letIn(call, await this.confirm.execute({ ...input, ...this.door.browser(call), browserToken }));
  }
}

/** Providers as the person signed in sees them. */
@Resolver()
export class LinkedIdentitiesResolver {
  constructor(
    private readonly list: ListLinkedIdentities,
    private readonly unlink: UnlinkIdentity,
    private readonly start: StartProviderSignIn,
    private readonly door: OidcDoor,
  ) {}

  @Query(() => [LinkedIdentityType], { description: 'The users of providers that open the own account.' })
  @Allow('signed-in')
  myLinkedIdentities(@CurrentActor() actor: Actor) {
    return this.list.execute(actor);
  }

  @Mutation(() => LinkSignInProviderResult, { description: 'Begins to link a user of a provider to the own account: send the browser to the url.' })
  @Allow('signed-in')
  @SecretAnswer()
  async linkSignInProvider(
    @CurrentCall() call: Call,
    @Args('providerId', { type: () => ID, description: 'The provider.' }) providerId: string,
    @Args('returnTo', { type: () => String, nullable: true, description: 'Path of ours to come back to.' }) returnTo?: string,
  ) {
    const started = await this.start.execute(call.actor, { providerId, returnTo, purpose: 'link' });
    return isProblem(started) ? started : { url: this.door.toProvider(call.reply, started) };
  }

  @Mutation(() => UnlinkIdentityResult, { description: 'A user of a provider opens the own account no longer.' })
  @Allow('signed-in')
  @SecretAnswer()
  async unlinkIdentity(@CurrentCall() call: Call, @Args('identityId', { type: () => ID, description: 'The link.' }) identityId: string) {
    return this.door.renewed(call, await this.unlink.execute(call.actor, { identityId, ...this.door.browser(call) }));
  }
}
