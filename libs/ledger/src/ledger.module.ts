import { Module, type OnModuleInit } from '@nestjs/common';
import { CoordinatorsOversee, IdentityModule, MergeFollowers, ShareableKinds } from '@app/identity';
import { AddClosure } from './application/add-closure.js';
import { ArchiveClosureCalendar } from './application/archive-closure-calendar.js';
import { ArchiveResource } from './application/archive-resource.js';
import { BindAgain } from './application/bind-again.js';
import { BlockResource } from './application/block-resource.js';
import { BookRoom } from './application/book-room.js';
import { BookSeries } from './application/book-series.js';
import { BookingSeriesPlans, PreviewBookingSeries } from './application/booking-series.js';
import { CancelBooking } from './application/cancel-booking.js';
import { ClosureHits } from './application/closure-hits.js';
import { ConfirmHold } from './application/confirm-hold.js';
import { CreateClosureCalendar } from './application/create-closure-calendar.js';
import { CreateResource } from './application/create-resource.js';
import { EndAbsence } from './application/end-absence.js';
import { EnterLeave } from './application/enter-leave.js';
import { FollowErasure } from './application/follow-erasure.js';
import { FollowMerge } from './application/follow-merge.js';
import { FollowZoneRules } from './application/follow-zone-rules.js';
import { ImportClosures } from './application/import-closures.js';
import { KeepAbsenceTimes } from './application/keep-absence-times.js';
import { KeepOccurrenceTimes } from './application/keep-occurrence-times.js';
import { KeepWallTimesHandler } from './application/keep-wall-times-handler.js';
import { KeepWallTimes } from './application/keep-wall-times.js';
import { Ledger } from './application/ledger.js';
import { ListClosureCalendars } from './application/list-closure-calendars.js';
import { ListResources } from './application/list-resources.js';
import { ListTravelTimes } from './application/list-travel-times.js';
import { MoveBooking } from './application/move-booking.js';
import { Occurrences } from './application/occurrences.js';
import { PreviewBooking } from './application/preview-booking.js';
import { ReadAvailability } from './application/read-availability.js';
import { ReadBoard } from './application/read-board.js';
import { ReleaseExpired } from './application/release-expired.js';
import { RemoveClosure } from './application/remove-closure.js';
import { RezoningRecord } from './application/rezoning-record.js';
import { Rosters } from './application/rosters.js';
import { Seats } from './application/seats.js';
import { SetAvailability } from './application/set-availability.js';
import { SetTravelTime } from './application/set-travel-time.js';
import { SiteClosures } from './application/site-closures.js';
import { UpdateClosureCalendar } from './application/update-closure-calendar.js';
import { UpdateResource } from './application/update-resource.js';
import { WallTimeFollowers } from './application/wall-time-followers.js';
import { mayPlan } from './domain/ledger.policy.js';
import { AbsenceStore } from './persistence/absence.store.js';
import { AvailabilityStore } from './persistence/availability.store.js';
import { BoardReads } from './persistence/board.reads.js';
import { ClosureStore } from './persistence/closure.store.js';
import { LedgerReads } from './persistence/ledger.reads.js';
import { OccurrenceReads } from './persistence/occurrence.reads.js';
import { OccurrenceStore } from './persistence/occurrence.store.js';
import { PersonRowsStore } from './persistence/person-rows.store.js';
import { ReservationStore } from './persistence/reservation.store.js';
import { ResourceReads } from './persistence/resource.reads.js';
import { ResourceStore } from './persistence/resource.store.js';
import { SeatStore } from './persistence/seat.store.js';
import { TravelTimeStore } from './persistence/travel-time.store.js';
import { WallTimeStore } from './persistence/wall-time.store.js';
import { YieldingStore } from './persistence/yielding.store.js';

const stores = [
  ...[AbsenceStore, AvailabilityStore, BoardReads, ClosureStore, LedgerReads, OccurrenceReads, OccurrenceStore],
  ...[PersonRowsStore, ReservationStore, ResourceReads, ResourceStore, SeatStore, TravelTimeStore, WallTimeStore, YieldingStore],
];
const bookings = [
  ...[Ledger, Occurrences, Rosters, Seats, SiteClosures, BookRoom, BookSeries, BookingSeriesPlans, PreviewBookingSeries, MoveBooking, CancelBooking, ConfirmHold],
  ...[PreviewBooking, ReadBoard, ReleaseExpired, BindAgain, KeepWallTimes, FollowZoneRules, WallTimeFollowers],
];
const setUp = [CreateResource, UpdateResource, ArchiveResource, ListResources, SetTravelTime, ListTravelTimes];
const away = [EnterLeave, BlockResource, EndAbsence, SetAvailability, ReadAvailability];
const closures = [CreateClosureCalendar, UpdateClosureCalendar, ArchiveClosureCalendar, AddClosure, RemoveClosure, ImportClosures, ListClosureCalendars];
const useCases = [...bookings, ...setUp, ...away, ...closures];

@Module({ imports: [IdentityModule], providers: [...stores, CoordinatorsOversee, RezoningRecord, KeepAbsenceTimes, KeepOccurrenceTimes, KeepWallTimesHandler, ClosureHits, FollowErasure, FollowMerge, ...useCases], exports: useCases })
export class LedgerModule implements OnModuleInit {
  constructor(
    private readonly shareable: ShareableKinds,
    private readonly resources: ResourceStore,
    private readonly mergeFollowers: MergeFollowers,
    private readonly followMerge: FollowMerge,
  ) {}

  onModuleInit(): void {
    this.mergeFollowers.register(this.followMerge);
    for (const kind of ['room', 'equipment'] as const) {
      this.shareable.register({
        kind,
        rights: ['book'],
        mayShare: mayPlan,
        isOwn: async (tx, organisationId, subjectId) => {
          const resource = await this.resources.lock(tx, subjectId);
          return resource?.kind === kind && resource.organisationId === organisationId;
        },
      });
    }
  }
}
