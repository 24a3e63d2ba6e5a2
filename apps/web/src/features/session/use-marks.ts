import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useViewer } from '~/lib/viewer';
import { type Expected, type Sheet, type Status } from './operations';
import { send } from './mark-sender';
import { type Conflict, isOnItsWay, isSame, nothingWaits, readAnew, settled, type Tap, tapped, type WaitingMarks } from './waiting-marks';
import { waitingStore } from './waiting-store';

export interface Marks {
  statusOf(person: Expected): Status | null;
  set(person: Expected, status: Status): void;
  /** All about whom nothing is said yet. */
  setRest(status: Status): void;
  readonly unmarked: readonly Expected[];
  /** Tapped here, not known to the server yet. */
  isWaiting(person: Expected): boolean;
  /** What somebody else said while this device had no connection. */
  conflictOf(person: Expected): Conflict | undefined;
  /** Theirs stays. */
  settle(conflict: Conflict): void;
  readonly waiting: number;
  /** Taps about learners who are not on the roster any more. */
  readonly lost: readonly Conflict[];
  readonly refusal: string | null;
  forgetLost(): void;
}

/**
 * A tap shows at once and is kept on this device until the server has answered, however long that takes. What somebody else said
 * meanwhile is shown and not overwritten. Announced absences are left to a tap of their own.
 */
export function useMarks(sheet: Sheet, unit: number): Marks {
  const { personId } = useViewer();
  const key = waitingStore.keyOf(personId, sheet.id);
  const kept = useSyncExternalStore(waitingStore.subscribe, () => waitingStore.read(key));
  const waiting = kept ?? nothingWaits(sheet.version);
  const change = useCallback((how: (before: WaitingMarks) => WaitingMarks) => waitingStore.write(key, how(waitingStore.read(key) ?? nothingWaits(sheet.version))), [key, sheet.version]);
  useEffect(() => {
    if (waitingStore.read(key)) change((before) => readAnew(before, sheet));
  }, [key, sheet, change]);

  const placeOf = (person: Expected) => ({ personId: person.personId, unit });
  const isLate = useLate(isOnItsWay(waiting));
  const onItsWay = [...waiting.taps, ...(waiting.flight?.taps ?? [])];
  const standingOf = (person: Expected) => waiting.answered.find((one) => isSame(one, placeOf(person))) ?? person.marks.find((one) => one.unit === unit);
  const statusOf = (person: Expected): Status | null => (onItsWay.find((one) => isSame(one, placeOf(person))) ?? standingOf(person))?.status ?? null;
  const tap = (people: readonly Expected[], status: Status): void => {
    change((before) => tapped(before, people.map((person): Tap => ({ ...placeOf(person), status, seen: standingOf(person)?.id ?? null }))));
    void send(key);
  };
  const unmarked = sheet.people.filter((person) => statusOf(person) === null);
  const lost = waiting.conflicts.filter((conflict) => !sheet.people.some((person) => person.personId === conflict.personId));
  return {
    statusOf,
    unmarked,
    lost,
    refusal: waiting.refusal,
    waiting: isLate ? new Set(onItsWay.map((one) => `${one.personId} ${one.unit}`)).size : 0,
    set: (person, status) => tap([person], status),
    setRest: (status) => tap(unmarked.filter((person) => person.absence === null), status),
    isWaiting: (person) => isLate && onItsWay.some((one) => isSame(one, placeOf(person))),
    conflictOf: (person) => waiting.conflicts.find((one) => isSame(one, placeOf(person))),
    settle: (conflict) => change((before) => settled(before, conflict)),
    forgetLost: () => change((before) => lost.reduce(settled, { ...before, refusal: null })),
  };
}

const QUICK = 1_000;

/** True once something lasts: what is answered at once needs no word about waiting. */
function useLate(isOn: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLate(true), navigator.onLine ? QUICK : 0);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isOn]);
  return isOn && late;
}
