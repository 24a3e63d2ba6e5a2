import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { LocalDate, LocalTime } from '../graphql/index.js';

@InputType({ description: 'One meeting of a week.' })
export class WeeklySlotInput {
  @Field(() => Int, { description: 'Monday is 1, Sunday 7.' })
  @IsInt()
  weekday: number;

  @Field(() => LocalTime, { description: 'Start on the wall of the site.' })
  @IsString()
  startsAt: string;

  @Field(() => LocalTime, { description: 'End; before the start it is on the next day.' })
  @IsString()
  endsAt: string;
}

@InputType({ description: 'A weekly rule.' })
export class WeeklyRuleInput {
  @Field(() => [WeeklySlotInput], { description: 'Days and times.' })
  @ValidateNested({ each: true })
  @Type(() => WeeklySlotInput)
  @ArrayMaxSize(50)
  slots: WeeklySlotInput[];

  @Field(() => LocalDate, { description: 'First day.' })
  @IsString()
  from: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day; give it or count.' })
  @IsOptional()
  @IsString()
  until?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many sessions; closed days do not count.' })
  @IsOptional()
  @IsInt()
  count?: number | null;

  @Field(() => Int, { defaultValue: 1, description: '2 for every second week, counted from the first.' })
  @IsInt()
  everyWeeks: number = 1;
}
