import { Module } from '@nestjs/common';
import { LedgerModule } from '@app/ledger';
import { AbsenceResolver, AvailabilityResolver } from './absence.resolver.js';
import { BoardResolver } from './board.resolver.js';
import { BookingResolver, ClashResolver, PreviewResolver } from './booking.resolver.js';
import { BookingSeriesResolver } from './booking-series.resolver.js';
import { ClosureCalendarResolver, ClosureResolver, SkippedEntryResolver } from './closure.resolver.js';
import './fault-texts.js';
import { ResourceResolver, TravelTimeResolver } from './resource.resolver.js';

/** Rooms, bookings, absences, closures and the board. */
@Module({
  imports: [LedgerModule],
  providers: [
    ...[AbsenceResolver, AvailabilityResolver, BoardResolver, BookingResolver, BookingSeriesResolver, ClashResolver, ClosureCalendarResolver, ClosureResolver],
    ...[PreviewResolver, ResourceResolver, SkippedEntryResolver, TravelTimeResolver],
  ],
})
export class LedgerApiModule {}
