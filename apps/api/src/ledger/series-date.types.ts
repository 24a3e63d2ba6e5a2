import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate, LocalTime } from '../graphql/index.js';
import { ClashType } from './clash.types.js';

export const ClockNoteEnum = { SHIFTED: 'shifted', FIRST_OF_TWO: 'first-of-two' } as const;
registerEnumType(ClockNoteEnum, {
  name: 'ClockNote',
  description: 'What the change of the clocks does to a date.',
  valuesMap: { SHIFTED: { description: 'The time asked for does not exist that night; it became a later one.' }, FIRST_OF_TWO: { description: 'The time comes twice that night; the first is meant.' } },
});

/** What a date of every kind of series says. */
@ObjectType({ isAbstract: true })
export abstract class DateOfSeries {
  @Field(() => Date, { description: 'From.' })
  startsAt: Date;

  @Field(() => Date, { description: 'Until.' })
  endsAt: Date;

  @Field(() => LocalDate, { description: 'Day on the wall of the place.' })
  localDate: string;

  @Field(() => LocalTime, { description: 'Start on the wall of the place.' })
  localTime: string;

  @Field(() => String, { description: 'Zone of that wall.' })
  zone: string;

  @Field(() => ClockNoteEnum, { nullable: true, description: 'Set where the clocks change.' })
  clock: 'shifted' | 'first-of-two' | null;

  @Field(() => [ClashType], { description: 'Everything that stands in the way. Each of them refuses the series.' })
  clashes: readonly ClashType[];
}
