import { NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { mayPlan } from '../domain/ledger.policy.js';
import { type ClosureCalendar, type ClosureStore } from '../persistence/closure.store.js';

interface CalendarChange {
  readonly calendarId: string;
  /** Undefined where closures are added one by one: two people may do that at the same time. */
  readonly expectedVersion?: number;
  readonly action: string;
}

/** The closure calendar under a lock, when the actor may change it and has seen its present version. */
export async function calendarToChange(tx: Tx, store: ClosureStore, change: CalendarChange): Promise<ClosureCalendar | NotAllowed | NotFound | StaleVersion> {
  const calendar = await store.lock(tx, change.calendarId);
  if (!calendar) return new NotFound('closure-calendar');
  if (!mayPlan(tx.actor, calendar.organisationId)) return new NotAllowed(change.action);
  const { expectedVersion = calendar.version } = change;
  return calendar.version === expectedVersion ? calendar : new StaleVersion(expectedVersion, calendar.version);
}
