import { Injectable } from '@nestjs/common';
import { type ChangeReason, Occurrences, type TakenThing } from '@app/ledger';
import { type Tx } from '@app/platform';

export type SessionChangeKind = 'moved' | 'cancelled' | 'substituted';

/** How one session was before a change, and the version that the change gave it. */
export interface SessionBefore {
  readonly id: string;
  readonly versionAfter: number;
  readonly localDate: string;
  readonly localTime: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly movedByHand: boolean;
  readonly trainerIds: readonly string[];
  readonly things: readonly TakenThing[];
  /** Left out by changes of before they were kept. */
  readonly link?: string | null;
  readonly bring?: string | null;
}

export interface SessionChange {
  readonly id: string;
  readonly cohortId: string;
  readonly kind: SessionChangeKind;
  readonly before: readonly SessionBefore[];
  readonly undoneAt: Date | null;
}

/** The history of the sessions of a cohort, and the way back. */
@Injectable()
export class SessionChangeStore {
  constructor(private readonly occurrences: Occurrences) {}

  /** Why the sessions have the versions that they have now. */
  explain(tx: Tx, organisationId: string, why: ChangeReason, versions: ReadonlyMap<string, number>): Promise<void> {
    return this.occurrences.explain(tx, organisationId, why, versions);
  }

  async record(tx: Tx, cohort: { readonly organisationId: string; readonly id: string }, change: { readonly kind: SessionChangeKind; readonly following: boolean; readonly before: readonly SessionBefore[] }): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      'insert into session_change (organisation_id, cohort_id, kind, following, actor_id, before) values ($1, $2, $3, $4, $5, $6) returning id',
      [cohort.organisationId, cohort.id, change.kind, change.following, tx.actor.personId ?? null, JSON.stringify(change.before)],
    );
    return row?.id ?? '';
  }

  async find(tx: Tx, id: string): Promise<SessionChange | undefined> {
    const [row] = await tx.query<SessionChange>('select id, cohort_id as "cohortId", kind, before, undone_at as "undoneAt" from session_change where id = $1', [id]);
    return row;
  }

  async markUndone(tx: Tx, id: string): Promise<void> {
    await tx.query('update session_change set undone_at = app.now(), undone_by = $2 where id = $1', [id, tx.actor.personId ?? null]);
  }
}
