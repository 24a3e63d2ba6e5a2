import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { type Language, languages } from '@app/platform';
import { type ReminderPart, reminderParts } from '@app/reminders';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { InvalidInputType, LocalTime, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { ReminderPartEnum, ReminderTriggerEnum, ReminderUnitEnum } from './reminder.enums.js';
import { ReminderTemplateType, ReminderTextInput, ReminderTextType } from './reminder-text.types.js';

@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class ReminderRuleFacts {
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
}

@ObjectType('ReminderRule', { description: 'When whom is reminded of what, in which words.' })
export class ReminderRuleType extends ReminderRuleFacts {
  @Field(() => [ReminderTextType], { description: 'Texts of its own, one a language at most; a language without one has our text.' })
  texts: readonly ReminderTextType[];
}

@InputType('ReminderRuleInput', { description: 'When whom is reminded of what, in which words.' })
export class ReminderRuleInput extends ReminderRuleFacts {
  @Field(() => [ReminderTextInput], { defaultValue: [], description: 'Texts of its own, one a language at most.' })
  @ValidateNested({ each: true })
  @Type(() => ReminderTextInput)
  @ArrayMaxSize(4)
  texts: readonly ReminderTextInput[] = [];
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

  @Field(() => [ReminderRuleType], { description: 'What would hold here without rules of its own: what the organisation says, or the product.' })
  above: readonly ReminderRuleType[];

  @Field(() => [ReminderTemplateType], { description: 'Our texts, and what can be filled in.' })
  templates: readonly ReminderTemplateType[];
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

  @Field(() => [ReminderRuleInput], { nullable: true, description: 'All of them; left out gives up the own rules, so that those above hold again.' })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => ReminderRuleInput)
  @ArrayMaxSize(40)
  rules?: ReminderRuleInput[] | null;
}

@InputType({ description: 'Which reminder to try out.' })
export class SendTestReminderInput {
  @Field(() => ID, { description: 'In the name of which organisation.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'By the rules of which cohort; left out: of the organisation.' })
  @IsOptional()
  @IsUUID()
  scopeId?: string | null;

  @Field(() => Int, { description: 'Which of the rules that hold there; the first is 0.' })
  @IsInt()
  @Min(0)
  @Max(40)
  position: number;

  @Field(() => String, { description: 'In which language: fr, nl, de or en.' })
  @IsIn(languages)
  language: Language;
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
