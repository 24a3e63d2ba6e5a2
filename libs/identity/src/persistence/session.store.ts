import { type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { type SecondFactorState, type WayIn } from '../domain/session.js';

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly way: WayIn;
  readonly secondFactor: SecondFactorState;
  readonly device: string;
  readonly network: string;
  /** The one whose place it takes as soon as its browser has it. */
  readonly replaces?: string;
  /** Life from now in milliseconds, by the clock of the database. */
  readonly lifetimeMs: number;
}

/** Why a session ended; kept for the person's own list and for support. */
export type SessionEnd = 'signed-out' | 'replaced' | 'ended-by-person' | 'password-changed' | 'second-factor-changed' | 'confirmed' | 'deactivated' | 'codes-refused' | 'address-changed' | 'address-stopped';

/** A live session as its person sees it. */
export interface ListedSession {
  readonly id: string;
  readonly device: string;
  readonly network: string;
  readonly way: WayIn;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

const INSERT = `
  insert into session (token_hash, person_id, way, second_factor, device, network, replaces, expires_at)
  values ($1, $2, $3, $4, $5, $6, $8, app.now() + $7 * interval '1 millisecond')
  returning id, case when second_factor = 'pending' then expires_at else created_at + interval '30 days' end as "expiresAt"`;

// A device is known when a session was complete on it within half a year; the very first session of an account is no surprise.
const IS_NEW_DEVICE = `
  select count(*) > 0 and count(*) filter (where device = $2) = 0 as "isNew"
  from session where person_id = app.person() and id <> $1 and second_factor <> 'pending' and created_at > app.now() - interval '180 days'`;

const LIST = `
  select id, device, network, way, created_at as "createdAt", last_used_at as "lastUsedAt" from session
  where person_id = app.person() and ended_at is null and expires_at > app.now() and second_factor <> 'pending' and (replaces is null or id = $1)
  order by last_used_at desc, id limit 100`;

const RETIRE = `
  update session set renewed_at = app.now()
  where id = $1 and person_id = app.person() and ended_at is null and renewal_due and coalesce(renewed_at < app.now() - interval '10 seconds', true)
  returning way, second_factor as "secondFactor"`;

/** Sessions of the person for whom the transaction was opened; the database refuses those of others. */
@Injectable()
export class SessionStore {
  async insert(tx: Tx, session: NewSession): Promise<{ id: string; expiresAt: Date }> {
    const { tokenHash, personId, way, secondFactor, device, network, replaces, lifetimeMs } = session;
    const [row] = await tx.query<{ id: string; expiresAt: Date }>(INSERT, [tokenHash, personId, way, secondFactor, device, network, lifetimeMs, replaces ?? null]);
    if (!row) throw new Error('The session was not stored.');
    return row;
  }

  async isOnNewDevice(tx: Tx, sessionId: string, device: string): Promise<boolean> {
    return (await tx.query<{ isNew: boolean }>(IS_NEW_DEVICE, [sessionId, device]))[0]?.isNew ?? false;
  }

  list(tx: Tx): Promise<readonly ListedSession[]> {
    return tx.query(LIST, [tx.actor.sessionId ?? null]);
  }

  /** One of the person's own; false when there is none such that lives. */
  async end(tx: Tx, id: string, reason: SessionEnd): Promise<boolean> {
    const ended = await tx.query('update session set ended_at = app.now(), end_reason = $2 where id = $1 and person_id = app.person() and ended_at is null returning id', [id, reason]);
    return ended.length > 0;
  }

  /** The one that a browser holds, whosever it is. */
  async endByToken(tx: Tx, tokenHash: Buffer, reason: SessionEnd): Promise<{ sessionId: string; personId: string } | undefined> {
    const ended = await tx.query<{ sessionId: string; personId: string }>('select session_id as "sessionId", person_id as "personId" from app.end_session($1, $2)', [tokenHash, reason]);
    return ended[0];
  }

  /** Every session of a person, by himself or for an organisation that he belongs to; answers how many. */
  async endAll(tx: Tx, personId: string, reason: SessionEnd, exceptSessionId?: string): Promise<number> {
    const [row] = await tx.query<{ ended: number }>('select app.end_sessions($1, $2, $3) as ended', [personId, reason, exceptSessionId ?? null]);
    return row?.ended ?? 0;
  }

  /** Whether the session of the request began by a sign-in of the last quarter of an hour. */
  async isFresh(tx: Tx): Promise<boolean> {
    const fresh = await tx.query(`select 1 from session where id = $1 and person_id = app.person() and ended_at is null and created_at > app.now() - interval '15 minutes'`, [
      tx.actor.sessionId ?? null,
    ]);
    return fresh.length > 0;
  }

  /** Where and on what a session began, for a mail about it; asked by the dispatcher. */
  async notice(tx: Tx, id: string): Promise<{ device: string; network: string; at: Date } | undefined> {
    const [row] = await tx.query<{ device: string; network: string; at: Date }>('select device, network, at from app.session_notice($1)', [id]);
    return row && { ...row, device: row.device || '?' };
  }

  /** Ends a live session of the person's own that is about to get a new id; answers how the person came in. */
  async replace(tx: Tx, id: string | undefined): Promise<WayIn | undefined> {
    const [row] = await tx.query<{ way: WayIn }>(
      `update session set ended_at = app.now(), end_reason = 'replaced' where id = $1 and person_id = app.person() and ended_at is null returning way`,
      [id ?? null],
    );
    return row?.way;
  }

  /** The same for one whose rights were changed by somebody else; it ends when the new id has reached its browser (app.actor_of_session). */
  async retire(tx: Tx, id: string | undefined): Promise<{ way: WayIn; secondFactor: SecondFactorState } | undefined> {
    const [row] = await tx.query<{ way: WayIn; secondFactor: SecondFactorState }>(RETIRE, [id ?? null]);
    return row;
  }
}
