import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInputType, NotFoundType, resultUnion } from '../graphql/index.js';
import { AccountSuspendedType, AddressTakenType, CodeRefusedType, LinkExpiredType, PasswordRefusedType, SignInAgainType, SignInRefusedType, TooManyAttemptsType } from './sign-in.problems.types.js';

@ObjectType('SignedIn', { description: 'The browser has its session cookie now.' })
export class SignedInType {
  @Field(() => Boolean, { description: 'Whether a code of the second factor is still owed (confirmSecondFactor); until then nothing else is open.' })
  secondFactorPending: boolean;
}

@ObjectType('MailSent', { description: 'If there is an account with this address, a mail is on its way. The answer does not tell.' })
export class MailSentType {
  @Field(() => String, { description: 'The address as it was understood.' })
  sentTo: string;
}

@ObjectType('AddressChanged', { description: 'The account has this address now.' })
export class AddressChangedType {
  @Field(() => String, { description: 'The address to sign in with.' })
  email: string;
}

@ObjectType('AddressChangeStopped', { description: 'The account has its old address, everybody is signed out, and a mail with a link for a new password is on its way.' })
export class AddressChangeStoppedType {
  @Field(() => String, { description: 'The address to sign in with.' })
  email: string;
}

@ObjectType('SignOutThere', { description: 'Where a person who came by a provider can sign out as well. Offered, never done unasked.' })
export class SignOutThereType {
  @Field(() => String, { description: 'Name of the provider.' })
  name: string;

  @Field(() => String, { description: 'Its page for signing out.' })
  url: string;
}

@ObjectType('SignedOut', { description: 'The browser has no session any more.' })
export class SignedOutType {
  @Field(() => SignOutThereType, { nullable: true, description: 'The provider by which the person came, where it has a page for signing out.' })
  there: SignOutThereType | null;

  @Field(() => Boolean, { description: 'Always true.' })
  done: boolean;
}

@ObjectType('EndedSession', { description: 'A device that was signed out.' })
export class EndedSessionType {
  @Field(() => ID, { description: 'The session that ended.' })
  sessionId: string;
}

@ObjectType('SessionRenewed', { description: 'The change is made; this device has a new session cookie, all others were signed out.' })
export class SessionRenewedType {
  @Field(() => Boolean, { description: 'Always true.' })
  done: boolean;
}

export const SignInResult = resultUnion('SignInResult', 'What became of a sign-in.', SignedInType, SignInRefusedType, TooManyAttemptsType, AccountSuspendedType);
export const SignInWithLinkResult = resultUnion('SignInWithLinkResult', 'What became of a sign-in by link.', SignedInType, LinkExpiredType, TooManyAttemptsType, AccountSuspendedType);
export const SignInMailResult = resultUnion('SignInMailResult', 'What became of the wish for a mail.', MailSentType, InvalidInputType, TooManyAttemptsType);
export const ResetPasswordResult = resultUnion('ResetPasswordResult', 'What became of a new password by link.', SignedInType, InvalidInputType, LinkExpiredType, TooManyAttemptsType, AccountSuspendedType);
export const AcceptSetupLinkResult = resultUnion('AcceptSetupLinkResult', 'What became of the set-up.', SignedInType, InvalidInputType, LinkExpiredType, AddressTakenType, TooManyAttemptsType, AccountSuspendedType);
export const ConfirmSecondFactorResult = resultUnion('ConfirmSecondFactorResult', 'What became of the code.', SignedInType, CodeRefusedType, TooManyAttemptsType, AccountSuspendedType);
export const EndSessionResult = resultUnion('EndSessionResult', 'What became of the device.', EndedSessionType, NotFoundType);
export const ChangePasswordResult = resultUnion('ChangePasswordResult', 'What became of the new password.', SessionRenewedType, InvalidInputType, PasswordRefusedType, TooManyAttemptsType, NotFoundType);
export const ChangeMyAddressResult = resultUnion('ChangeMyAddressResult', 'What became of the wish for another address.', MailSentType, InvalidInputType, PasswordRefusedType, SignInAgainType, TooManyAttemptsType, NotFoundType);
export const ConfirmAddressChangeResult = resultUnion('ConfirmAddressChangeResult', 'What became of the confirmation.', AddressChangedType, LinkExpiredType, AddressTakenType, TooManyAttemptsType);
export const StopAddressChangeResult = resultUnion('StopAddressChangeResult', 'What became of taking the address back.', AddressChangeStoppedType, LinkExpiredType, AddressTakenType, TooManyAttemptsType);
