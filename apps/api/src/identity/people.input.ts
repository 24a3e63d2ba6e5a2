import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type MembershipState, membershipStates } from '@app/identity';
import { type Language, languages, type Role, roles } from '@app/platform';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { PageArgs } from '../graphql/index.js';

const LONGEST_TEXT = 4_000;

@ArgsType()
export class PeopleArgs extends PageArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { nullable: true, description: 'Words that all occur in name, address or reference; accents and case do not matter.' })
  @IsOptional()
  @MaxLength(200)
  search?: string;

  @Field(() => [String], { nullable: true, description: 'People with one of these roles.' })
  @IsOptional()
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles?: Role[];

  @Field(() => [String], { nullable: true, description: 'invited, active, suspended, ended; by default everybody who has not left.' })
  @IsOptional()
  @ArrayMaxSize(4)
  @IsIn(membershipStates, { each: true })
  states?: MembershipState[];

  @Field(() => ID, { nullable: true, description: 'People of this site.' })
  @IsOptional()
  @IsUUID()
  siteId?: string;
}

@ArgsType()
export class PersonArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  personId: string;
}

@ArgsType()
export class HistoryArgs extends PageArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  personId: string;
}

@ArgsType()
export class TrailArgs extends PageArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;
}

@InputType({ isAbstract: true })
class ContactFields {
  @Field(() => String, { nullable: true, description: 'Family name.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  familyName?: string;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Language of messages: fr, nl, de or en.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;

  @Field(() => String, { nullable: true, description: 'The own number or code of the organisation for the person; never a national register number.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  reference?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where the person usually is.' })
  @IsOptional()
  @IsUUID()
  siteId?: string | null;
}

@InputType({ description: 'Somebody whom the organisation wants to have.' })
export class InvitePersonInput extends ContactFields {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'First name.' })
  @MaxLength(LONGEST_TEXT)
  givenName: string;

  @Field(() => String, { description: 'Address to which the invitation goes.' })
  @MaxLength(LONGEST_TEXT)
  email: string;

  @Field(() => [String], { description: 'Roles to give: learner, trainer, expert, coordinator, manager, observer.' })
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles: Role[];
}

@InputType({ description: 'Which person, in which version.' })
export class PersonVersionInput {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  personId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

@InputType({ description: 'A change of what the organisation knows of a person; what is left out stays, null empties a field.' })
export class UpdatePersonInput extends ContactFields {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  personId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'First name.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  givenName?: string;

  @Field(() => String, { nullable: true, description: 'E-mail address; the account of the person is not touched.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  email?: string | null;
}

@InputType({ description: 'The roles that a person is to have from now on.' })
export class ChangeRolesInput extends PersonVersionInput {
  @Field(() => [String], { description: 'learner, trainer, expert, coordinator, manager, observer.' })
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles: Role[];
}

@InputType({ description: 'One more mail of invitation.' })
export class SendInvitationInput extends PersonVersionInput {
  @Field(() => [String], { nullable: true, description: 'Roles to give with it; needed for somebody who left.' })
  @IsOptional()
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles?: Role[];
}

@InputType({ description: 'Shuts a person out.' })
export class SuspendPersonInput extends PersonVersionInput {
  @Field(() => String, { nullable: true, description: 'Why; kept in the history and erased with the person. The person may ask to read it.' })
  @IsOptional()
  @MaxLength(1_000)
  reason?: string;
}

@InputType({ description: 'Two entries that are one human.' })
export class MergePeopleInput {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { description: 'The entry that goes; nobody has signed in as it.' })
  @IsUUID()
  awayPersonId: string;

  @Field(() => Int, { description: 'Its version that was read.' })
  @IsInt()
  awayExpectedVersion: number;

  @Field(() => ID, { description: 'The entry that stays.' })
  @IsUUID()
  intoPersonId: string;

  @Field(() => Int, { description: 'Its version that was read.' })
  @IsInt()
  intoExpectedVersion: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Only say what would clash.' })
  @IsBoolean()
  dryRun: boolean = false;
}
