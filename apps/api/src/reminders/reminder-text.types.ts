import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { type Language, languages } from '@app/platform';
import { type ReminderPart, reminderParts, type ReminderTrigger } from '@app/reminders';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { InvalidInputType, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';
import { ReminderPartEnum, ReminderTriggerEnum } from './reminder.enums.js';

@InputType('ReminderTextInput', { description: 'What a reminder says in one language. Placeholders stand in braces: {title}.' })
export class ReminderTextInput {
  @Field(() => String, { description: 'Language: fr, nl, de or en.' })
  @IsIn(languages)
  language: Language;

  @Field(() => String, { description: 'The subject of the mail.' })
  @MaxLength(1_000)
  subject: string;

  @Field(() => String, { description: 'The text. {link} alone on a line becomes a button.' })
  @MaxLength(20_000)
  body: string;
}

@ObjectType('ReminderText', { description: 'What a reminder says in one language.' })
export class ReminderTextType {
  @Field(() => String, { description: 'Language: fr, nl, de or en.' })
  language: Language;

  @Field(() => String, { description: 'The subject of the mail.' })
  subject: string;

  @Field(() => String, { description: 'The text, with its placeholders.' })
  body: string;

  @Field(() => [String], { description: 'Why it does not fit any more, so that our text is sent instead of it. Empty: it is sent.' })
  misfits: readonly string[];
}

@ObjectType('ReminderPlaceholder', { description: 'What is filled in when a reminder leaves.' })
export class ReminderPlaceholderType {
  @Field(() => String, { description: 'Its name, without braces.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether a text without it is refused.' })
  isRequired: boolean;
}

@ObjectType('ReminderTemplate', { description: 'Our text of a kind of reminder, and what can be filled in.' })
export class ReminderTemplateType {
  @Field(() => ReminderTriggerEnum, { description: 'Before something starts, or weekly.' })
  trigger: ReminderTrigger;

  @Field(() => [ReminderTextType], { description: 'Our texts, one a language.' })
  texts: readonly ReminderTextType[];

  @Field(() => [ReminderPlaceholderType], { description: 'What can be filled in.' })
  placeholders: readonly ReminderPlaceholderType[];
}

@InputType({ description: 'A text to look at before it is saved.' })
export class PreviewReminderInput {
  @Field(() => ID, { description: 'Of which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'For which cohort; left out: for the whole organisation.' })
  @IsOptional()
  @IsUUID()
  scopeId?: string | null;

  @Field(() => ReminderTriggerEnum, { description: 'Before something starts, or weekly.' })
  @IsIn(Object.values(ReminderTriggerEnum))
  trigger: ReminderTrigger;

  @Field(() => [String], { description: 'Kinds of what the rule speaks of; empty: all.' })
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  kinds: readonly string[];

  @Field(() => [ReminderPartEnum], { description: 'Whom the rule reaches.' })
  @IsIn(reminderParts, { each: true })
  @ArrayMaxSize(5)
  parts: readonly ReminderPart[];

  @Field(() => Boolean, { defaultValue: false, description: 'Only first days.' })
  @IsBoolean()
  firstOnly: boolean = false;

  @Field(() => String, { description: 'In which language: fr, nl, de or en.' })
  @IsIn(languages)
  language: Language;

  @Field(() => String, { nullable: true, description: 'Subject of the draft; left out with the body: our text.' })
  @IsOptional()
  @MaxLength(1_000)
  subject?: string | null;

  @Field(() => String, { nullable: true, description: 'Text of the draft.' })
  @IsOptional()
  @MaxLength(20_000)
  body?: string | null;
}

@ObjectType('ReminderPreview', { description: 'What somebody would get.' })
export class ReminderPreviewType {
  @Field(() => String, { description: 'The subject of the mail.' })
  subject: string;

  @Field(() => String, { description: 'The text of the mail, filled in.' })
  body: string;

  @Field(() => String, { nullable: true, description: 'Who would be the next to get it; empty where nobody would, and the values are made up.' })
  personName: string | null;
}

export const PreviewReminderResult = resultUnion('PreviewReminderResult', 'How it would look, or what is wrong with the text.', ReminderPreviewType, NotAllowedType, NotFoundType, InvalidInputType);
