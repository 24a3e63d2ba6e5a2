import { Module } from '@nestjs/common';
import { BookRoom } from './application/book-room.js';
import { CancelBooking } from './application/cancel-booking.js';
import { ConfirmHold } from './application/confirm-hold.js';
import { Ledger } from './application/ledger.js';
import { MoveBooking } from './application/move-booking.js';
import { Occurrences } from './application/occurrences.js';
import { ReleaseExpired } from './application/release-expired.js';
import { LedgerReads } from './persistence/ledger.reads.js';
import { OccurrenceReads } from './persistence/occurrence.reads.js';
import { OccurrenceStore } from './persistence/occurrence.store.js';
import { ReservationStore } from './persistence/reservation.store.js';
import { ResourceStore } from './persistence/resource.store.js';

const stores = [LedgerReads, OccurrenceReads, OccurrenceStore, ReservationStore, ResourceStore];
const useCases = [Ledger, Occurrences, BookRoom, MoveBooking, CancelBooking, ConfirmHold, ReleaseExpired];

@Module({ providers: [...stores, ...useCases], exports: useCases })
export class LedgerModule {}
