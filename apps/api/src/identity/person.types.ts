import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type Language, type Role } from '@app/platform';
import { connectionType, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';

@ObjectType('HeldRole', { description: 'A role that a person has in an organisation.' })
export class HeldRoleType {
  @Field(() => String, { description: 'learner, trainer, expert, coordinator, manager or observer.' })
  role: Role;

  @Field(() => String, { description: 'invited, active or suspended.' })
  state: string;
}

@ObjectType('Person', { description: 'A person as one organisation knows him or her.' })
export class PersonType {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => ID, { description: 'The organisation that says so.' })
  organisationId: string;

  @Field(() => String, { description: 'First name.' })
  givenName: string;

  @Field(() => String, { description: 'Family name; may be empty.' })
  familyName: string;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number.' })
  phone?: string | null;

  @Field(() => String, { description: 'Language of messages: fr, nl, de or en.' })
  language: Language;

  @Field(() => String, { nullable: true, description: 'The own number or code of the organisation for the person.' })
  reference?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where the person usually is.' })
  siteId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of that site.' })
  siteName?: string | null;

  @Field(() => String, { description: 'invited, active, suspended or ended: what stands highest among the roles.' })
  state: string;

  @Field(() => [HeldRoleType], { description: 'Roles that stand.' })
  roles: HeldRoleType[];

  @Field(() => Date, { nullable: true, description: 'Since when the human himself is this person; null while nobody has accepted.' })
  joinedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'End of the open invitation; may lie in the past.' })
  invitationExpiresAt?: Date | null;

  @Field(() => Int, { description: 'For expectedVersion of every change of the person, the roles or the state.' })
  version: number;
}

@ObjectType('LikelyDuplicate', { description: 'Two entries of the same name: one human perhaps.' })
export class LikelyDuplicateType {
  @Field(() => ID, { description: 'The older entry.' })
  personId: string;

  @Field(() => ID, { description: 'The younger entry.' })
  otherPersonId: string;

  @Field(() => String, { description: 'Name of the older entry.' })
  name: string;

  @Field(() => String, { description: 'Name of the younger entry.' })
  otherName: string;

  @Field(() => String, { nullable: true, description: 'Address of the older entry.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the younger entry.' })
  otherEmail?: string | null;

  @Field(() => Date, { nullable: true, description: 'Since when the human himself is the older entry; such an entry stays.' })
  joinedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when the human himself is the younger entry.' })
  otherJoinedAt?: Date | null;

  @Field(() => Int, { description: 'Version of the older entry.' })
  version: number;

  @Field(() => Int, { description: 'Version of the younger entry.' })
  otherVersion: number;
}

@ObjectType('LikelyDuplicateList', { description: 'Pairs of entries of the same name, a hundred at most.' })
export class LikelyDuplicateListType {
  @Field(() => [LikelyDuplicateType], { description: 'By name.' })
  pairs: LikelyDuplicateType[];
}

export const PersonConnection = connectionType('Person', () => PersonType);
export const PeopleResult = resultUnion('PeopleResult', 'People, or why not.', PersonConnection, NotAllowedType, NotFoundType);
export const PersonResult = resultUnion('PersonResult', 'A person, or why not.', PersonType, NotAllowedType, NotFoundType);
export const DuplicatesResult = resultUnion('DuplicatesResult', 'Pairs of one name, or why not.', LikelyDuplicateListType, NotAllowedType, NotFoundType);
