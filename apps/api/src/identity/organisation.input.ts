import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type RetentionName, retentionNames } from '@app/identity';
import { type Language, languages } from '@app/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { LocalTime } from '../graphql/index.js';

const LONGEST_TEXT = 4_000;

@ArgsType()
export class OrganisationArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;
}

@InputType({ description: 'How the founder is known in the new organisation.' })
export class FounderInput {
  @Field(() => String, { description: 'First name.' })
  @MaxLength(LONGEST_TEXT)
  givenName: string;

  @Field(() => String, { nullable: true, description: 'Family name.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  familyName?: string;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  email?: string;

  @Field(() => String, { nullable: true, description: 'fr, nl, de or en; the default language of the organisation otherwise.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;
}

@InputType({ description: 'A new organisation.' })
export class CreateOrganisationInput {
  @Field(() => String, { description: 'Its name.' })
  @MaxLength(LONGEST_TEXT)
  name: string;

  @Field(() => String, { description: 'Time zone (IANA): Europe/Brussels.' })
  @MaxLength(100)
  zone: string;

  @Field(() => [String], { description: 'Languages that its people may choose: fr, nl, de, en.' })
  @IsIn(languages, { each: true })
  languages: Language[];

  @Field(() => String, { description: 'Language of people of whom no other is known.' })
  @IsIn(languages)
  defaultLanguage: Language;

  @Field(() => FounderInput, { description: 'The person who founds it and becomes its first manager.' })
  @ValidateNested()
  @Type(() => FounderInput)
  founder: FounderInput;
}

@InputType({ description: 'What an organisation calls something in one language.' })
export class OwnWordInput {
  @Field(() => String, { description: 'A role (learner, trainer, expert, coordinator, manager, observer) or "cohort".' })
  @MaxLength(20)
  word: string;

  @Field(() => String, { description: 'fr, nl, de or en.' })
  @IsIn(languages)
  language: Language;

  @Field(() => String, { description: 'The own word, in the singular.' })
  @MaxLength(LONGEST_TEXT)
  own: string;
}

@InputType({ description: 'How long something is kept.' })
export class RetentionInput {
  @Field(() => String, { description: 'people, words, messages or proofs.' })
  @IsIn(retentionNames)
  name: RetentionName;

  @Field(() => Int, { description: 'Days, within the bounds that the organisation reads.' })
  @IsInt()
  days: number;
}

@InputType({ isAbstract: true })
class CentreRulesFields {
  @Field(() => [RetentionInput], { nullable: true, description: 'All that is kept longer or shorter than usual; replaces what there was.' })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => RetentionInput)
  retention?: RetentionInput[];

  @Field(() => LocalTime, { nullable: true, description: 'Start of the quiet hours of people who chose none for themselves; null together with the end for none.' })
  @IsOptional()
  @MaxLength(5)
  quietFrom?: string | null;

  @Field(() => LocalTime, { nullable: true, description: 'End of the quiet hours.' })
  @IsOptional()
  @MaxLength(5)
  quietUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'none, daily or weekly: how what can wait reaches people who chose nothing.' })
  @IsOptional()
  @IsIn(['none', 'daily', 'weekly'])
  digest?: 'none' | 'daily' | 'weekly';

  @Field(() => LocalTime, { nullable: true, description: 'When daily digests leave.' })
  @IsOptional()
  @MaxLength(5)
  digestDailyAt?: string;

  @Field(() => Int, { nullable: true, description: 'Day of weekly digests; 1 is Monday.' })
  @IsOptional()
  @IsInt()
  digestWeeklyDay?: number;

  @Field(() => LocalTime, { nullable: true, description: 'When weekly digests leave.' })
  @IsOptional()
  @MaxLength(5)
  digestWeeklyAt?: string;
}

@InputType({ description: 'A change of what an organisation says of itself; what is left out stays.' })
export class UpdateOrganisationInput extends CentreRulesFields {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Time zone (IANA).' })
  @IsOptional()
  @MaxLength(100)
  zone?: string;

  @Field(() => [String], { nullable: true, description: 'Languages that its people may choose.' })
  @IsOptional()
  @IsIn(languages, { each: true })
  languages?: Language[];

  @Field(() => String, { nullable: true, description: 'Language of people of whom no other is known.' })
  @IsOptional()
  @IsIn(languages)
  defaultLanguage?: Language;

  @Field(() => Boolean, { nullable: true, description: 'Demand a second factor of managers and coordinators; asked of somebody who has one.' })
  @IsOptional()
  @IsBoolean()
  secondFactorDemanded?: boolean;

  @Field(() => [OwnWordInput], { nullable: true, description: 'All own words; replaces those that there were.' })
  @IsOptional()
  @ArrayMaxSize(28)
  @ValidateNested({ each: true })
  @Type(() => OwnWordInput)
  words?: OwnWordInput[];
}

@InputType({ isAbstract: true })
class SiteFields {
  @Field(() => String, { nullable: true, description: 'Street and number.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Town.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'How to find the door.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  directions?: string | null;

  @Field(() => String, { nullable: true, description: 'The partner in whose house it is.' })
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  hostedBy?: string | null;
}

@InputType({ description: 'A new place of an organisation.' })
export class CreateSiteInput extends SiteFields {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'Its name.' })
  @MaxLength(LONGEST_TEXT)
  name: string;

  @Field(() => String, { defaultValue: 'BE', description: 'Country (ISO 3166, two letters).' })
  @MaxLength(10)
  country: string = 'BE';

  @Field(() => String, { description: 'Time zone (IANA) of its wall clocks.' })
  @MaxLength(100)
  zone: string;
}

@InputType({ description: 'A change of a site; what is left out stays, null empties a field.' })
export class UpdateSiteInput extends SiteFields {
  @Field(() => ID, { description: 'The site.' })
  @IsUUID()
  siteId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Country (ISO 3166, two letters).' })
  @IsOptional()
  @MaxLength(10)
  country?: string;

  @Field(() => String, { nullable: true, description: 'Time zone (IANA) of its wall clocks.' })
  @IsOptional()
  @MaxLength(100)
  zone?: string;
}

@InputType({ description: 'Puts a site away or takes it out again.' })
export class ArchiveSiteInput {
  @Field(() => ID, { description: 'The site.' })
  @IsUUID()
  siteId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => Boolean, { description: 'False takes it out of the archive again.' })
  @IsBoolean()
  archived: boolean;
}
