import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, isProblem } from '@app/platform';
import { BookSeries, PreviewBookingSeries } from '@app/ledger';
import { Allow, CurrentActor } from '../graphql/index.js';
import { BookingSeriesInput, BookSeriesResult, PreviewBookingSeriesResult } from './booking-series.types.js';

@Resolver()
export class BookingSeriesResolver {
  constructor(
    private readonly preview: PreviewBookingSeries,
    private readonly book: BookSeries,
  ) {}

  @Query(() => PreviewBookingSeriesResult, { description: 'The dates of a weekly booking with what is left out and what clashes; nothing is taken.' })
  @Allow('coordinator', 'manager', 'scope:bookings.write')
  async previewBookingSeries(@CurrentActor() actor: Actor, @Args('input') input: BookingSeriesInput) {
    const preview = await this.preview.execute(actor, input);
    if (isProblem(preview)) return preview;
    const dates = preview.dates.map(({ time, clock, clashes }) => ({ startsAt: time.from, endsAt: time.to, localDate: time.localDate, localTime: time.localTime, zone: time.zone, clock, clashes }));
    return { skipped: preview.skipped, dates };
  }

  @Mutation(() => BookSeriesResult, { description: 'Books the same every week: all dates or none, and a refusal names every clash.' })
  @Allow('coordinator', 'manager', 'scope:bookings.write')
  bookSeries(@CurrentActor() actor: Actor, @Args('input') input: BookingSeriesInput) {
    return this.book.execute(actor, input);
  }
}
