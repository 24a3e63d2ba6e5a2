import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { type Language, languages, type Role } from '@app/platform';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { InvalidInputType, NotFoundType, resultUnion } from '../graphql/index.js';
import { OwnWordType } from './organisation.types.js';
import { InvitationVoidType, SignInFirstType } from './people.problems.types.js';
import { ProviderRefusedType, ProviderVisitType } from './providers.types.js';
import { AccountSuspendedType, TooManyAttemptsType } from './sign-in.problems.types.js';

@ObjectType('OpenInvitation', { description: 'What the link of an invitation invites to.' })
export class OpenInvitationType {
  @Field(() => ID, { description: 'Who invites; its providers are asked for with oidcProviders.' })
  organisationId: string;

  @Field(() => String, { description: 'Who invites.' })
  organisationName: string;

  @Field(() => [String], { description: 'Languages of the organisation.' })
  languages: Language[];

  @Field(() => String, { description: 'Address to which the invitation went.' })
  email: string;

  @Field(() => String, { description: 'First name as the organisation noted it.' })
  givenName: string;

  @Field(() => String, { description: 'Family name as the organisation noted it.' })
  familyName: string;

  @Field(() => String, { description: 'Language as the organisation noted it.' })
  language: Language;

  @Field(() => [String], { description: 'Roles that are offered.' })
  roles: Role[];

  @Field(() => [OwnWordType], { description: 'What the organisation calls our things.' })
  words: readonly OwnWordType[];

  @Field(() => Boolean, { description: 'Whether the address has an account, with which to sign in first.' })
  accountExists: boolean;
}

@ObjectType('AcceptedInvitation', { description: 'The person is in the organisation now.' })
export class AcceptedInvitationType {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId: string;

  @Field(() => Boolean, { description: 'Whether the browser was signed in by it.' })
  signedIn: boolean;
}

@InputType({ description: 'The account of somebody who has none yet.' })
export class NewAccountInput {
  @Field(() => String, { nullable: true, description: 'How the person is called; by default as the organisation noted it.' })
  @IsOptional()
  @MaxLength(400)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Twelve characters or more; without one the person signs in by link.' })
  @IsOptional()
  @MaxLength(1_024)
  password?: string;

  @Field(() => String, { nullable: true, description: 'fr, nl, de or en; by default as the organisation noted it.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

@InputType({ description: 'An invitation that came by mail.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The part of the link behind #.' })
  @MaxLength(100)
  token: string;

  @Field(() => NewAccountInput, { nullable: true, description: 'For those who are not signed in and have no account.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewAccountInput)
  account?: NewAccountInput;
}

export const OpenInvitationResult = resultUnion('OpenInvitationResult', 'What a link opens, or why nothing.', OpenInvitationType, InvitationVoidType, TooManyAttemptsType);
export const AcceptInvitationResult = resultUnion(
  'AcceptInvitationResult',
  'What became of the acceptance.',
  AcceptedInvitationType,
  InvitationVoidType,
  SignInFirstType,
  InvalidInputType,
  TooManyAttemptsType,
  AccountSuspendedType,
);
export const AcceptInvitationAtProviderResult = resultUnion(
  'AcceptInvitationAtProviderResult',
  'Where the browser goes, or why not.',
  ProviderVisitType,
  InvitationVoidType,
  ProviderRefusedType,
  NotFoundType,
  TooManyAttemptsType,
);
