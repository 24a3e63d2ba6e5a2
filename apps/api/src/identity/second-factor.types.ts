import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInputType, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';
import { CodeRefusedType, PasswordRefusedType, SecondFactorActiveType, TooManyAttemptsType } from './sign-in.problems.types.js';
import { SessionRenewedType } from './sign-in.types.js';

@ObjectType('SecondFactorOffer', { description: 'What the authenticator app reads. Shown once; nothing changes until activateSecondFactor.' })
export class SecondFactorOfferType {
  @Field(() => String, { description: 'The secret in Base32, to be typed where no camera is at hand.' })
  secret: string;

  @Field(() => String, { description: 'The same as an otpauth: address.' })
  uri: string;

  @Field(() => String, { description: 'The same as a QR code (SVG).' })
  qrCode: string;
}

@ObjectType('SecondFactorActivated', { description: 'Every sign-in asks for a code from now on; all other devices were signed out.' })
export class SecondFactorActivatedType {
  @Field(() => [String], { description: 'Ten codes for the day the device is lost; each works once. Shown only now.' })
  recoveryCodes: string[];
}

@ObjectType('SecondFactorTakenAway', { description: 'The person signs in without a second factor and was told so by mail.' })
export class SecondFactorTakenAwayType {
  @Field(() => ID, { description: 'The person.' })
  personId: string;
}

export const EnrolSecondFactorResult = resultUnion('EnrolSecondFactorResult', 'What became of the wish for a second factor.', SecondFactorOfferType, SecondFactorActiveType, PasswordRefusedType, TooManyAttemptsType, NotFoundType);
export const ActivateSecondFactorResult = resultUnion('ActivateSecondFactorResult', 'What became of the first code.', SecondFactorActivatedType, CodeRefusedType, TooManyAttemptsType, NotFoundType);
export const RemoveSecondFactorResult = resultUnion('RemoveSecondFactorResult', 'What became of the second factor.', SessionRenewedType, CodeRefusedType, TooManyAttemptsType, NotFoundType);
export const RemoveSecondFactorOfResult = resultUnion('RemoveSecondFactorOfResult', 'What became of the second factor of somebody else.', SecondFactorTakenAwayType, NotAllowedType, NotFoundType, InvalidInputType);
