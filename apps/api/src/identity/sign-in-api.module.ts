import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { InvitedAtProviderResolver } from './accept-invitation.resolver.js';
import { AddressLinksResolver, MyAddressResolver } from './my-address.resolver.js';
import { MeResolver } from './me.resolver.js';
import { LinkedIdentitiesResolver, OidcProvidersResolver } from './linked-identities.resolver.js';
import { OidcController } from './oidc.controller.js';
import { OidcDoor } from './oidc-door.js';
import { ProviderUpkeepResolver } from './provider-upkeep.resolver.js';
import { RescueResolver } from './rescue.resolver.js';
import { ConfirmSecondFactorResolver, SecondFactorResolver } from './second-factor.resolver.js';
import { SessionDoor } from './session-door.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SetUpResolver } from './set-up.resolver.js';
import { SignInLinksResolver } from './sign-in-links.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';

/** Signing in and out, and the own account. */
@Module({
  imports: [IdentityModule],
  controllers: [OidcController],
  providers: [
    ...[SessionDoor, OidcDoor],
    ...[MyAddressResolver, AddressLinksResolver, InvitedAtProviderResolver],
    ...[MeResolver, SignInResolver, SignInLinksResolver, SetUpResolver, SessionsResolver, SecondFactorResolver, ConfirmSecondFactorResolver],
    ...[OidcProvidersResolver, LinkedIdentitiesResolver, ProviderUpkeepResolver, RescueResolver],
  ],
})
export class SignInApiModule {}
