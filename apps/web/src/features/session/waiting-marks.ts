import { type Status } from './operations';

/** What was tapped about one learner in one half-day, and the mark that was to be seen then. */
export interface Tap {
  readonly personId: string;
  readonly unit: number;
  readonly status: Status;
  readonly seen: string | null;
}

/** A mark that stands on the server. */
export interface Standing {
  readonly id: string;
  readonly personId: string;
  readonly unit: number;
  readonly status: Status;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
}

/** A tap that was not written, because somebody else said otherwise meanwhile or the learner is not expected any more. */
export interface Conflict extends Omit<Tap, 'seen'> {
  readonly reason: 'MARKED_MEANWHILE' | 'NOT_EXPECTED';
  readonly standing: Standing | null;
}

/** What is under way has an id of its own: however often it is sent, it is written once. */
interface Flight {
  readonly requestId: string;
  readonly taps: readonly Tap[];
}

/** Everything about one session that the server does not know yet, or answered otherwise than was wished. */
export interface WaitingMarks {
  /** Version of the session whose roster was on the screen. */
  readonly version: number;
  readonly taps: readonly Tap[];
  readonly flight: Flight | null;
  readonly conflicts: readonly Conflict[];
  /** What the last answers said, until the screen has read the session anew. */
  readonly answered: readonly Standing[];
  /** Why the server refused the whole, in its words. */
  readonly refusal: string | null;
}

export const nothingWaits = (version: number): WaitingMarks => ({ version, taps: [], flight: null, conflicts: [], answered: [], refusal: null });

interface Place {
  readonly personId: string;
  readonly unit: number;
}
export const isSame = (a: Place, b: Place): boolean => a.personId === b.personId && a.unit === b.unit;
const without = <T extends Place>(all: readonly T[], gone: readonly Place[]): readonly T[] => all.filter((one) => !gone.some((place) => isSame(one, place)));

/** Of two taps about the same the last counts, but what was seen is what stood before the first. */
export function tapped(waiting: WaitingMarks, taps: readonly Tap[]): WaitingMarks {
  const next = taps.map((tap) => {
    const before = waiting.taps.find((one) => isSame(one, tap));
    return before ? { ...tap, seen: before.seen } : tap;
  });
  return { ...waiting, refusal: null, taps: [...without(waiting.taps, next), ...next], conflicts: without(waiting.conflicts, next) };
}

/** What goes now: what went before without an answer, else all that waits. */
export function departing(waiting: WaitingMarks, requestId: string): WaitingMarks {
  return waiting.flight || waiting.taps.length === 0 ? waiting : { ...waiting, flight: { requestId, taps: waiting.taps }, taps: [] };
}

export interface Arrival {
  readonly conflicts: readonly Conflict[];
  readonly standing: readonly Standing[];
}

/** After the answer. Taps that were made meanwhile are about what stands now, unless that is just what their maker has not seen. */
export function arrived(waiting: WaitingMarks, { conflicts, standing }: Arrival): WaitingMarks {
  const written = without(standing, conflicts);
  const taps = waiting.taps.map((tap) => ({ ...tap, seen: written.find((one) => isSame(one, tap))?.id ?? tap.seen }));
  const open = conflicts.filter((conflict) => !taps.some((tap) => isSame(tap, conflict)));
  return { ...waiting, taps, flight: null, refusal: null, conflicts: [...without(waiting.conflicts, open), ...open], answered: [...without(waiting.answered, standing), ...standing] };
}

/** The server will never take these: they are given up, and the screen says why. */
export const refusedWith = (waiting: WaitingMarks, refusal: string): WaitingMarks => ({ ...waiting, flight: null, taps: [], refusal });

/** Theirs stays. */
export const settled = (waiting: WaitingMarks, conflict: Place): WaitingMarks => ({ ...waiting, conflicts: without(waiting.conflicts, [conflict]) });

/** What a reading of the session shows: the marks, what they corrected, and when it was read. */
export interface Reading {
  readonly now: string;
  readonly people: readonly { readonly marks: readonly { readonly id: string; readonly corrected: readonly { readonly id: string }[] }[] }[];
}

/** Longer than any request takes: a reading that is so much younger and does not know a mark shows that it was erased. */
const SURELY_WRITTEN = 60_000;

/**
 * The session was read anew: what it says about marks that it knows counts. Which of two is the younger tells nothing: a reading
 * that began while a mark was being written has the later time and does not show it.
 */
export function readAnew(waiting: WaitingMarks, { now, people }: Reading): WaitingMarks {
  const known = new Set(people.flatMap((person) => person.marks.flatMap((mark) => [mark.id, ...mark.corrected.map((one) => one.id)])));
  const isKnown = (mark: Standing): boolean => known.has(mark.id) || Date.parse(now) - Date.parse(mark.recordedAt) > SURELY_WRITTEN;
  return { ...waiting, answered: waiting.answered.filter((mark) => !isKnown(mark)) };
}

export const isOnItsWay = ({ taps, flight }: WaitingMarks): boolean => taps.length > 0 || flight !== null;

export const isEmpty = (waiting: WaitingMarks): boolean => !isOnItsWay(waiting) && waiting.conflicts.length === 0 && waiting.answered.length === 0 && waiting.refusal === null;
