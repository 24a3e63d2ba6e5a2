import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type AbsenceReason, type Half } from '../domain/absence.js';
import { type AgendaItem } from './agenda.reads.js';

/** One session of a trainer, with how far its attendance is. */
export interface TaughtItem extends AgendaItem {
  readonly expected: number;
  readonly announced: number;
  /** Learners about whom every unit has a word. */
  readonly marked: number;
}

export interface TrainerDay {
  readonly now: string;
  readonly items: readonly TaughtItem[];
  /** Whom somebody should talk to: absent at least twice in the last thirty days. */
  readonly worries: readonly { readonly personId: string; readonly name: string; readonly missed: number; readonly lastAt: string; readonly lastTitle: string }[];
}

export interface DeskSession {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly zone: string;
  readonly day: string;
  readonly lacks: readonly string[];
}

export interface DeskClash {
  readonly occurrenceId: string;
  readonly title: string;
  readonly startsAt: string;
  readonly zone: string;
  readonly day: string;
  readonly personName: string;
}

export interface DeskAbsence {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly personName: string;
  readonly firstDay: string;
  readonly firstHalf: Half;
  readonly lastDay: string;
  readonly lastHalf: Half;
  readonly reason: AbsenceReason;
  readonly announcedAt: string;
  /** Photos of its proof. */
  readonly proofs: readonly string[];
  /** Sessions that are missed. */
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly startsAt: string; readonly zone: string }[];
}

/** A cohort that has not been confirmed and lacks learners, at most four weeks before registration ends or it begins. */
export interface ShortCohort {
  readonly id: string;
  readonly name: string;
  readonly enrolled: number;
  readonly minimum: number;
  readonly zone: string;
  readonly startsOn: string;
  /** Where that is still ahead and comes before the first day. */
  readonly registrationClosesAt: string | null;
  readonly hasBegun: boolean;
}

/** A cohort with free seats while people wait for one. */
export interface FreeSeats {
  readonly id: string;
  readonly name: string;
  readonly free: number;
  readonly waiting: number;
}

/** What needs a decision, the most urgent first within each kind. */
export interface Desk {
  readonly now: string;
  readonly clashes: readonly DeskClash[];
  readonly incomplete: readonly DeskSession[];
  readonly absences: readonly DeskAbsence[];
  readonly untaken: readonly DeskSession[];
  readonly failedMessages: number;
  readonly cohorts: { readonly short: readonly ShortCohort[]; readonly seats: readonly FreeSeats[] };
}

const TRAINER_DAY = 'select app.trainer_day($1) as read';
const DESK = `select app.desk($1, $2)::jsonb || jsonb_build_object('cohorts', app.cohorts_to_decide($1)) as read`;

/** Screens that gather: each in one statement. */
@Injectable()
export class DeskReads {
  async trainerDay(tx: Tx): Promise<TrainerDay> {
    const [row] = await tx.query<{ read: TrainerDay }>(TRAINER_DAY, [tx.actor.language]);
    if (!row) throw new Error('The day answered nothing.');
    return row.read;
  }

  async desk(tx: Tx, organisationId: string): Promise<Desk> {
    const [row] = await tx.query<{ read: Desk }>(DESK, [organisationId, tx.actor.language]);
    if (!row) throw new Error('The desk answered nothing.');
    return row.read;
  }
}
