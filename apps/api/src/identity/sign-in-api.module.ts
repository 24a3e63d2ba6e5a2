import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { MeResolver } from './me.resolver.js';
import { ConfirmSecondFactorResolver, SecondFactorResolver } from './second-factor.resolver.js';
import { SessionDoor } from './session-door.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SetUpResolver } from './set-up.resolver.js';
import { SignInLinksResolver } from './sign-in-links.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';

/** Signing in and out, and the own account. */
@Module({
  imports: [IdentityModule],
  providers: [SessionDoor, MeResolver, SignInResolver, SignInLinksResolver, SetUpResolver, SessionsResolver, SecondFactorResolver, ConfirmSecondFactorResolver],
})
export class SignInApiModule {}
