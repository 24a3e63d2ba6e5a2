import { type ChangeReason, type EditRefused, OccurrenceOver } from '@app/ledger';
import { NotFound, StaleVersion, type Tx } from '@app/platform';
import { type SessionBefore } from '../persistence/session-change.store.js';
import { type PlannedSession, type SessionStore } from '../persistence/session.store.js';

/** One session of a cohort, or that one and all of its series that follow. */
export interface SessionRef {
  readonly cohortId: string;
  readonly occurrenceId: string;
  readonly expectedVersion: number;
  readonly following: boolean;
  /** Told to everybody concerned. */
  readonly why?: ChangeReason | null;
}

/** What a change of sessions answers. */
export interface SessionsChanged {
  /** Give it to UndoSessionChange. */
  readonly changeId: string;
  readonly versions: ReadonlyMap<string, number>;
}

/**
 * The sessions that a change concerns, the one named first. "All that follow" are those of its series that start later, were not moved by
 * hand and still take place.
 */
export async function sessionsToChange(tx: Tx, sessions: SessionStore, ref: SessionRef): Promise<readonly [PlannedSession, ...PlannedSession[]] | EditRefused> {
  const [anchor] = await sessions.named(tx, ref.cohortId, [ref.occurrenceId]);
  if (!anchor) return new NotFound('session');
  if (anchor.state === 'cancelled' || anchor.state === 'done') return new OccurrenceOver(anchor.state);
  if (anchor.hasBegun) return new OccurrenceOver('done');
  if (anchor.version !== ref.expectedVersion) return new StaleVersion(ref.expectedVersion, anchor.version);
  if (!ref.following || anchor.seriesId === null) return [anchor];
  const later = (await sessions.toCome(tx, ref.cohortId)).filter((session) => session.seriesId === anchor.seriesId && session.startsAt > anchor.startsAt && !session.movedByHand);
  return [anchor, ...later];
}

/** How sessions are before they change, for the history and the way back. */
export const beforeOf = (sessions: readonly PlannedSession[], versions: ReadonlyMap<string, number>): readonly SessionBefore[] =>
  sessions.map(({ id, version, localDate, localTime, startsAt, endsAt, zone, movedByHand, trainerIds, things, link, bring }) => ({
    ...{ id, versionAfter: versions.get(id) ?? version, localDate, localTime, zone, movedByHand, trainerIds, things, link, bring },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  }));
