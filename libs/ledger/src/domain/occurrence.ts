import { type Language } from '@app/platform';

export type OccurrenceState = 'tentative' | 'planned' | 'done' | 'cancelled';

/**
 * Three counters: `version` rises with every change and guards against stale pages; `timingVersion` keys messages and rises when the
 * start or the zone changes or a cancelled occurrence comes back; `sequence` is what calendars must hear (RFC 5546 2.1.4).
 */
export interface Counters {
  readonly version: number;
  readonly timingVersion: number;
  readonly sequence: number;
}

export type OccurrenceChange = 'retimed' | 'reinstated' | 'relocated' | 'reworded' | 'confirmed' | 'cancelled' | 'restaffed';

const rekeysMessages: readonly OccurrenceChange[] = ['retimed', 'reinstated'];
/** Who teaches is not in the calendar entry of a learner. */
const silentInCalendars: readonly OccurrenceChange[] = ['restaffed'];

export function risen(counters: Counters, changes: readonly OccurrenceChange[]): Counters {
  if (changes.length === 0) return counters;
  return {
    version: counters.version + 1,
    timingVersion: counters.timingVersion + (changes.some((change) => rekeysMessages.includes(change)) ? 1 : 0),
    sequence: counters.sequence + (changes.some((change) => !silentInCalendars.includes(change)) ? 1 : 0),
  };
}

/** What people read about an occurrence, in one language. */
export interface Card {
  readonly language: Language;
  readonly title: string;
  readonly place?: string | null;
  readonly link?: string | null;
  readonly bring?: string | null;
}
