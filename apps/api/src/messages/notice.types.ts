import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, InvalidInputType, LocalTime, resultUnion, StaleVersionType } from '../graphql/index.js';

@ObjectType('Notice', { description: 'Something that a person is told inside the product.' })
export class NoticeType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'Which organisation says so.' })
  organisationId?: string | null;

  @Field(() => String, { description: 'Kind of message: "messages.undelivered".' })
  type: string;

  @Field(() => String, { description: 'What it is about: "occurrence", "membership".' })
  subjectKind: string;

  @Field(() => ID, { description: 'Which one.' })
  subjectId: string;

  @Field(() => String, { description: 'Language in which it was written.' })
  language: string;

  @Field(() => String, { description: 'In one line.' })
  title: string;

  @Field(() => String, { description: 'As plain text; blank lines part paragraphs.' })
  body: string;

  @Field(() => String, { nullable: true, description: 'Where to go from here.' })
  link?: string | null;

  @Field(() => Date, { description: 'Since when.' })
  at: Date;

  @Field(() => Date, { nullable: true, description: 'When it was read; null while it was not.' })
  readAt?: Date | null;
}

export const NoticeConnection = connectionType('Notice', () => NoticeType);

@ObjectType('UnreadNotices', { description: 'How much there is to read.' })
export class UnreadNoticesType {
  @Field(() => Int, { description: 'Notices that were not read yet.' })
  unread: number;
}

@ObjectType('MessagePreferences', { description: 'When and how a person wants to be told; the same in all organisations.' })
export class MessagePreferencesType {
  @Field(() => LocalTime, { nullable: true, description: 'Start of the quiet hours; null for none.' })
  quietFrom?: string | null;

  @Field(() => LocalTime, { nullable: true, description: 'End of the quiet hours.' })
  quietUntil?: string | null;

  @Field(() => String, { description: 'Zone of the quiet hours and of digests.' })
  zone: string;

  @Field(() => [String], { description: 'Ways for what can be switched off: mail, notice.' })
  channels: string[];

  @Field(() => String, { description: 'none, daily or weekly.' })
  digest: string;

  @Field(() => Boolean, { description: 'Whether the person chose; else quiet hours and digests are as the centre that writes has them.' })
  isOwn: boolean;

  @Field(() => [String], { description: 'Kinds that are switched off.' })
  mutedTypes: string[];

  @Field(() => [String], { description: 'Kinds that can be switched off.' })
  optionalTypes: string[];

  @Field(() => Int, { description: 'For expectedVersion; 0 until something was chosen.' })
  version: number;
}

export const UpdateMessagePreferencesResult = resultUnion('UpdateMessagePreferencesResult', 'What holds now, or why nothing changed.', MessagePreferencesType, StaleVersionType, InvalidInputType);
