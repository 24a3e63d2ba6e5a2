import { Module } from '@nestjs/common';
import { IdentityModule } from '@app/identity';
import { LedgerModule } from '@app/ledger';
import { ReminderPlanningModule } from '@app/reminders';
import { AbsenceProofs } from './application/absence-proofs.js';
import { AnnounceAbsence } from './application/announce-absence.js';
import { ExcuseAbsences } from './application/excuse-absences.js';
import { KeepNoticeTimes } from './application/keep-notice-times.js';
import { MarkAttendance } from './application/mark-attendance.js';
import { ReadAgenda } from './application/read-agenda.js';
import { ReadDesk } from './application/read-desk.js';
import { ReadMyDay } from './application/read-my-day.js';
import { ReadSession } from './application/read-session.js';
import { ReadTrainerDay } from './application/read-trainer-day.js';
import { SeeChanges } from './application/see-changes.js';
import { SettleAbsence } from './application/settle-absence.js';
import { AbsenceStore } from './persistence/absence.store.js';
import { AgendaReads } from './persistence/agenda.reads.js';
import { AttendanceStore } from './persistence/attendance.store.js';
import { DeskReads } from './persistence/desk.reads.js';
import { ProofStore } from './persistence/proof.store.js';
import { SessionReads } from './persistence/session.reads.js';

const useCases = [AbsenceProofs, AnnounceAbsence, MarkAttendance, ReadAgenda, ReadDesk, ReadMyDay, ReadSession, ReadTrainerDay, SeeChanges, SettleAbsence];

@Module({ imports: [IdentityModule], providers: [AbsenceStore, AgendaReads, AttendanceStore, DeskReads, ProofStore, SessionReads, ...useCases], exports: useCases })
export class AgendasModule {}

/** What of absences follows when the rules of a zone change: for the worker, and for the command that asks for it by hand. */
@Module({ imports: [IdentityModule, LedgerModule], providers: [AbsenceStore, KeepNoticeTimes] })
export class AbsenceTimesModule {}

/** The part that only workers have: what an absence changes for reminders. */
@Module({ imports: [ReminderPlanningModule, AbsenceTimesModule], providers: [AbsenceStore, ExcuseAbsences], exports: [ExcuseAbsences] })
export class AbsencesModule {}
