import { Field, InputType } from '@nestjs/graphql';
import { type Language, languages } from '@app/platform';
import { IsIn, IsOptional, MaxLength } from 'class-validator';

const TOKEN = 'The part of the link behind #.';

@InputType({ description: 'Sign-in by address and password.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  @MaxLength(254)
  email: string;

  @Field(() => String, { description: 'Password.' })
  @MaxLength(1_024)
  password: string;
}

@InputType({ description: 'To whom a mail goes.' })
export class SignInMailInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  @MaxLength(254)
  email: string;
}

@InputType({ description: 'A link that came by mail.' })
export class SignInLinkInput {
  @Field(() => String, { description: TOKEN })
  @MaxLength(100)
  token: string;
}

@InputType({ description: 'A new password by a link that came by mail.' })
export class ResetPasswordInput extends SignInLinkInput {
  @Field(() => String, { description: 'The new password: twelve characters or more.' })
  @MaxLength(1_024)
  password: string;
}

@InputType({ description: 'The first platform admin.' })
export class AcceptSetupLinkInput extends ResetPasswordInput {
  @Field(() => String, { description: 'How the person is called.' })
  @MaxLength(400)
  name: string;

  @Field(() => String, { description: 'E-mail address to sign in with.' })
  @MaxLength(400)
  email: string;

  @Field(() => String, { description: 'Language of the person: fr, nl, de or en.' })
  @IsIn(languages)
  language: Language;
}

@InputType({ description: 'A code of the second factor.' })
export class SecondFactorCodeInput {
  @Field(() => String, { description: 'Six figures of the authenticator app, or a recovery code.' })
  @MaxLength(50)
  code: string;
}

@InputType({ description: 'Shows that the person at the keyboard is the one who signed in.' })
export class EnrolSecondFactorInput {
  @Field(() => String, { nullable: true, description: 'The present password; left out by accounts that have none.' })
  @IsOptional()
  @MaxLength(1_024)
  password?: string;
}

@InputType({ description: 'Another address for the own account.' })
export class ChangeMyAddressInput {
  @Field(() => String, { description: 'The new address; a mail to it asks for confirmation.' })
  @MaxLength(400)
  email: string;

  @Field(() => String, { nullable: true, description: 'The password; left out by accounts that have none, whose sign-in must then be a few minutes old at most.' })
  @IsOptional()
  @MaxLength(1_024)
  password?: string;
}

@InputType({ description: 'Another password.' })
export class ChangePasswordInput {
  @Field(() => String, { nullable: true, description: 'The present one; left out by accounts that have none yet.' })
  @IsOptional()
  @MaxLength(1_024)
  currentPassword?: string;

  @Field(() => String, { description: 'The new one: twelve characters or more.' })
  @MaxLength(1_024)
  newPassword: string;
}
