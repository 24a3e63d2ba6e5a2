import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type ReminderPart, reminderParts } from '@app/reminders';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { InvalidInputType, LocalTime, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';

export const ReminderTriggerEnum = { BEFORE: 'before', WEEKLY: 'weekly' } as const;
registerEnumType(ReminderTriggerEnum, { name: 'ReminderTrigger', description: 'Before something starts, or once a week with all of the coming week.' });
export const ReminderUnitEnum = { HOURS: 'hours', DAYS: 'days' } as const;
registerEnumType(ReminderUnitEnum, { name: 'ReminderUnit', description: 'Hours are elapsed time; days keep the time of day, also when the clocks change in between.' });
export const ReminderPartEnum = Object.fromEntries(reminderParts.map((part) => [part.toUpperCase(), part]));
registerEnumType(ReminderPartEnum, { name: 'ReminderPart', description: 'As what somebody takes part.' });

@ObjectType('ReminderNote', { description: 'A sentence of the centre under its reminders.' })
@InputType('ReminderNoteInput', { description: 'A sentence of the centre under its reminders.' })
export class ReminderNoteType {
  @Field(() => String, { description: 'Language: fr, nl, de or en.' })
  @IsIn(['fr', 'nl', 'de', 'en'])
  language: string;

  @Field(() => String, { description: 'The sentence.' })
  @MaxLength(1_000)
  text: string;
}

@ObjectType('ReminderRule', { description: 'When whom is reminded of what.' })
@InputType('ReminderRuleInput', { description: 'When whom is reminded of what.' })
export class ReminderRuleType {
  @Field(() => ReminderTriggerEnum, { description: 'Before something starts, or weekly.' })
  @IsIn(Object.values(ReminderTriggerEnum))
  trigger: 'before' | 'weekly';

  @Field(() => [String], { description: 'Kinds of what takes place ("workshop"); empty: all.' })
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  kinds: readonly string[];

  @Field(() => [ReminderPartEnum], { description: 'Whom.' })
  @IsIn(reminderParts, { each: true })
  @ArrayMaxSize(5)
  parts: readonly ReminderPart[];

  @Field(() => Boolean, { defaultValue: false, description: 'Only before the first day of a cohort or series.' })
  @IsBoolean()
  firstOnly: boolean = false;

  @Field(() => Int, { nullable: true, description: 'How many hours or days before.' })
  @IsOptional()
  @IsInt()
  amount?: number | null;

  @Field(() => ReminderUnitEnum, { nullable: true, description: 'Hours or days.' })
  @IsOptional()
  @IsIn(Object.values(ReminderUnitEnum))
  unit?: 'hours' | 'days' | null;

  @Field(() => Int, { nullable: true, description: 'Weekly: on which day, Monday being 1.' })
  @IsOptional()
  @IsInt()
  weekday?: number | null;

  @Field(() => LocalTime, { nullable: true, description: 'Weekly: at what time. Days before: at what time of that day; left out, at the time of the start.' })
  @IsOptional()
  @IsString()
  at?: string | null;

  @Field(() => [ReminderNoteType], { defaultValue: [], description: 'Sentences of the centre, one a language at most.' })
  @ValidateNested({ each: true })
  @Type(() => ReminderNoteType)
  @ArrayMaxSize(4)
  notes: readonly ReminderNoteType[] = [];
}

@ObjectType('ReminderRules', { description: 'The rules that hold at a place.' })
export class ReminderRulesType {
  @Field(() => ID, { description: 'Of which organisation.' })
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'Of which cohort; empty for the whole organisation.' })
  scopeId: string | null;

  @Field(() => Int, { description: 'Give it back as expectedVersion; 0 where nobody wrote rules of this place.' })
  version: number;

  @Field(() => Boolean, { description: 'False where they come from above: from the organisation, or from the product.' })
  isOwn: boolean;

  @Field(() => [ReminderRuleType], { description: 'In order.' })
  rules: readonly ReminderRuleType[];
}

@InputType({ description: 'All rules of a place.' })
export class SetReminderRulesInput {
  @Field(() => ID, { description: 'Of which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'Of which cohort; left out: of the whole organisation.' })
  @IsOptional()
  @IsUUID()
  scopeId?: string | null;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => [ReminderRuleType], { nullable: true, description: 'All of them; left out gives up the own rules, so that those above hold again.' })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => ReminderRuleType)
  @ArrayMaxSize(40)
  rules?: ReminderRuleType[] | null;
}

@InputType({ description: 'Which reminder to try out.' })
export class SendTestReminderInput {
  @Field(() => ID, { description: 'In the name of which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ReminderTriggerEnum, { description: 'The one before something, or the weekly one.' })
  @IsIn(Object.values(ReminderTriggerEnum))
  trigger: 'before' | 'weekly';
}

@ObjectType('TestReminderSent', { description: 'The reminder is on its way.' })
export class TestReminderSentType {
  @Field(() => Boolean, { description: 'Always true.' })
  sent: boolean;
}

@ArgsType()
export class ReminderRulesArgs {
  @Field(() => ID, { description: 'Of which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'Of which cohort.' })
  @IsOptional()
  @IsUUID()
  scopeId?: string;
}

export const ReminderRulesResult = resultUnion('ReminderRulesResult', 'The rules, or why they are not shown.', ReminderRulesType, NotAllowedType, NotFoundType);
export const SetReminderRulesResult = resultUnion('SetReminderRulesResult', 'The rules as they hold now, or why they stay as they were.', ReminderRulesType, NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType);
export const SendTestReminderResult = resultUnion('SendTestReminderResult', 'It is on its way, or why not.', TestReminderSentType, NotAllowedType, NotFoundType);
