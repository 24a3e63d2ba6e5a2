import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Language } from '@app/platform';
import { InvalidInputType, LocalTime, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';

@ObjectType('OwnWord', { description: 'What an organisation calls something in one language.' })
export class OwnWordType {
  @Field(() => String, { description: 'A role (learner, trainer, expert, coordinator, manager, observer) or "cohort".' })
  word: string;

  @Field(() => String, { description: 'fr, nl, de or en.' })
  language: string;

  @Field(() => String, { description: 'The own word, in the singular.' })
  own: string;
}

@ObjectType('RetentionRule', { description: 'How long an organisation keeps something.' })
export class RetentionRuleType {
  @Field(() => String, { description: 'people: names and addresses, from the day they left; words: about people in the history; messages; proofs: photos of certificates.' })
  name: string;

  @Field(() => Int, { description: 'Days that hold now.' })
  days: number;

  @Field(() => Int, { description: 'Days where nothing is chosen.' })
  usual: number;

  @Field(() => Int, { description: 'The fewest.' })
  least: number;

  @Field(() => Int, { description: 'The most.' })
  most: number;
}

@ObjectType({ isAbstract: true })
class CentreRulesType {
  @Field(() => [RetentionRuleType], { description: 'How long data is kept.' })
  retention: RetentionRuleType[];

  @Field(() => LocalTime, { nullable: true, description: 'Start of the quiet hours of people who chose none for themselves.' })
  quietFrom: string | null;

  @Field(() => LocalTime, { nullable: true, description: 'End of these quiet hours.' })
  quietUntil: string | null;

  @Field(() => String, { description: 'none, daily or weekly: how what can wait reaches people who chose nothing.' })
  digest: string;

  @Field(() => LocalTime, { description: 'When daily digests leave.' })
  digestDailyAt: string;

  @Field(() => Int, { description: 'Day of weekly digests; 1 is Monday.' })
  digestWeeklyDay: number;

  @Field(() => LocalTime, { description: 'When weekly digests leave.' })
  digestWeeklyAt: string;
}

@ObjectType('Organisation', { description: 'A training provider with its sites and people.' })
export class OrganisationType extends CentreRulesType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'Time zone (IANA); sites have their own.' })
  zone: string;

  @Field(() => [String], { description: 'Languages that its people may choose: fr, nl, de, en.' })
  languages: Language[];

  @Field(() => String, { description: 'Language of people of whom no other is known.' })
  defaultLanguage: Language;

  @Field(() => [OwnWordType], { description: 'Own words in place of ours.' })
  words: OwnWordType[];

  @Field(() => Boolean, { description: 'Whether it is the demo centre.' })
  isDemo: boolean;

  @Field(() => Boolean, { description: 'Whether managers and coordinators count as such only in sessions that showed a second factor.' })
  secondFactorDemanded: boolean;

  @Field(() => Int, { description: 'For expectedVersion of updateOrganisation.' })
  version: number;
}

@ObjectType('Site', { description: 'A place with an address and a time zone.' })
export class SiteType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Whose it is.' })
  organisationId: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Street and number.' })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Town.' })
  city?: string | null;

  @Field(() => String, { description: 'Country (ISO 3166, two letters).' })
  country: string;

  @Field(() => String, { nullable: true, description: 'How to find the door.' })
  directions?: string | null;

  @Field(() => String, { description: 'Time zone (IANA) of its wall clocks.' })
  zone: string;

  @Field(() => String, { nullable: true, description: 'The partner in whose house it is.' })
  hostedBy?: string | null;

  @Field(() => Boolean, { description: 'Put away: nothing new is planned there.' })
  archived: boolean;

  @Field(() => Int, { description: 'For expectedVersion.' })
  version: number;
}

@ObjectType('SiteList', { description: 'The sites of an organisation, by name.' })
export class SiteListType {
  @Field(() => [SiteType], { description: 'Standing ones first.' })
  sites: SiteType[];
}

export const OrganisationResult = resultUnion('OrganisationResult', 'An organisation, or why not.', OrganisationType, NotFoundType);
export const CreateOrganisationResult = resultUnion('CreateOrganisationResult', 'What became of the founding.', OrganisationType, NotAllowedType, InvalidInputType);
export const UpdateOrganisationResult = resultUnion(
  'UpdateOrganisationResult',
  'What became of the change.',
  OrganisationType,
  NotAllowedType,
  NotFoundType,
  StaleVersionType,
  InvalidInputType,
);
export const SitesResult = resultUnion('SitesResult', 'Sites, or why not.', SiteListType, NotAllowedType, NotFoundType);
export const CreateSiteResult = resultUnion('CreateSiteResult', 'What became of the new site.', SiteType, NotAllowedType, NotFoundType, InvalidInputType);
export const ChangeSiteResult = resultUnion('ChangeSiteResult', 'What became of the change.', SiteType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType);
