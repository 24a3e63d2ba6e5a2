import { Field, ID, Int, InputType, ObjectType } from '@nestjs/graphql';
import { type Language, languages, type Role } from '@app/platform';
import { IsIn, IsInt, MaxLength } from 'class-validator';
import { InvalidInputType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { OwnWordType } from './organisation.types.js';

@ObjectType('MyOrganisation', { description: 'An organisation that the person belongs to.' })
export class MyOrganisationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'Time zone (IANA).' })
  zone: string;

  @Field(() => Boolean, { description: 'Whether it is the demo centre.' })
  isDemo: boolean;

  @Field(() => [String], { description: 'Active roles: learner, trainer, expert, coordinator, manager, observer.' })
  roles: Role[];

  @Field(() => ID, { nullable: true, description: 'Site where the person is at home.' })
  siteId: string | null;

  @Field(() => [OwnWordType], { description: 'Own words in place of ours.' })
  words: OwnWordType[];
}

@ObjectType('Me', { description: 'The person signed in.' })
export class MeType {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => String, { description: 'How the person is called; may be empty.' })
  name: string;

  @Field(() => String, { description: 'E-mail address to sign in with.' })
  email: string;

  @Field(() => String, { description: 'Language of the person: fr, nl, de or en.' })
  language: Language;

  @Field(() => Boolean, { description: 'Whether the person administers the installation.' })
  platformAdmin: boolean;

  @Field(() => Boolean, { description: 'Whether the account has a password.' })
  hasPassword: boolean;

  @Field(() => Boolean, { description: 'Whether every sign-in asks for a second factor.' })
  secondFactorActive: boolean;

  @Field(() => Int, { description: 'Recovery codes that were not used yet.' })
  recoveryCodesLeft: number;

  @Field(() => String, { nullable: true, description: 'New address that waits for its confirmation.' })
  addressAsked: string | null;

  @Field(() => Int, { description: 'For expectedVersion of updateMyAccount.' })
  version: number;

  @Field(() => [MyOrganisationType], { description: 'By name; demo centres last.' })
  organisations: MyOrganisationType[];

  @Field(() => [String], { description: 'Names of organisations that demand a second factor of the person: until there is one, the roles of a manager and of a coordinator do not count there.' })
  secondFactorDemandedBy: string[];
}

@InputType({ description: 'How the person is called and in which language he reads.' })
export class UpdateMyAccountInput {
  @Field(() => String, { description: 'The name.' })
  @MaxLength(400)
  name: string;

  @Field(() => String, { description: 'fr, nl, de or en.' })
  @IsIn(languages)
  language: Language;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

export const UpdateMyAccountResult = resultUnion('UpdateMyAccountResult', 'What became of the change.', MeType, InvalidInputType, StaleVersionType, NotFoundType);
export const WithdrawAddressChangeResult = resultUnion('WithdrawAddressChangeResult', 'What became of the wish.', MeType, NotFoundType);
