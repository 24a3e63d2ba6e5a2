import { Injectable } from '@nestjs/common';
import { type CursorKey, type Tx } from '@app/platform';
import { type AbsenceReason, type AbsenceState, type Half } from '../domain/absence.js';

/** One thing of a person's agenda, in the person's language. Instants are ISO strings, as the database wrote them. */
export interface AgendaItem {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: string;
  readonly state: 'tentative' | 'planned' | 'done' | 'cancelled';
  /** As what the person is there. */
  readonly part: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  /** The day on the wall of the place. */
  readonly day: string;
  readonly title: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly bring: string | null;
  readonly siteName: string | null;
  readonly address: string | null;
  readonly directions: string | null;
  readonly rooms: string | null;
  /** Who gives it. */
  readonly staff: string | null;
  /** State of an absence that was announced for this time. */
  readonly absence: AbsenceState | null;
  /** The same for all items that belong together. */
  readonly tint: string;
  readonly version: number;
}

export interface AgendaRange {
  readonly from?: string;
  readonly until?: string;
  readonly first: number;
  readonly after?: readonly CursorKey[];
}

export interface AgendaRead {
  readonly now: string;
  /** One more than asked for where there is more. */
  readonly items: readonly AgendaItem[];
}

export interface AgendaChange {
  readonly id: string;
  readonly kind: 'new' | 'moved' | 'cancelled' | 'back';
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly before: string | null;
  readonly why: string | null;
  readonly at: string;
}

export interface OpenAbsence {
  readonly id: string;
  readonly organisationId: string;
  readonly firstDay: string;
  readonly firstHalf: Half;
  readonly lastDay: string;
  readonly lastHalf: Half;
  readonly reason: AbsenceReason;
  readonly state: AbsenceState;
  readonly version: number;
  /** Photos of its proof. */
  readonly proofs: readonly string[];
}

export interface MyDay {
  readonly now: string;
  readonly since: string;
  readonly items: readonly AgendaItem[];
  readonly changes: readonly AgendaChange[];
  readonly absences: readonly OpenAbsence[];
}

const AGENDA = 'select app.agenda($1, $2, $3, $4, $5, $6) as read';
const MY_DAY = 'select app.my_day($1) as read';
const SEEN = 'insert into agenda_visit (person_id) values ($1) on conflict on constraint agenda_visit_pk do update set seen_at = excluded.seen_at returning seen_at as at';

/** What a person reads of the own agenda: one statement a screen. */
@Injectable()
export class AgendaReads {
  async agenda(tx: Tx, { from, until, first, after }: AgendaRange): Promise<AgendaRead> {
    return this.one(tx, AGENDA, [tx.actor.language, from ?? null, until ?? null, after?.[0] ?? null, after?.[1] ?? null, first + 1]);
  }

  async myDay(tx: Tx): Promise<MyDay> {
    return this.one(tx, MY_DAY, [tx.actor.language]);
  }

  /** From now on what stands there is known. */
  async seen(tx: Tx, personId: string): Promise<Date> {
    const [row] = await tx.query<{ at: Date }>(SEEN, [personId]);
    if (!row) throw new Error('The visit was not written.');
    return row.at;
  }

  private async one<T>(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<T> {
    const [row] = await tx.query<{ read: T }>(sql, parameters);
    if (!row) throw new Error('The agenda answered nothing.');
    return row.read;
  }
}
