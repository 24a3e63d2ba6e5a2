import { resolveWallTime, type WallTime } from '@app/platform';
import { type PlannedTime, type TimeRange } from './time-range.js';

/** Something planned, as it was written: the reading of the wall clock, and the instants that this meant by the rules of then. */
export interface Written extends TimeRange {
  readonly localDate: string;
  readonly localTime: string;
  readonly zone: string;
}

/** An absence has a reading at both ends. */
export interface WrittenAbsence extends TimeRange {
  readonly start: WallTime;
  readonly end: WallTime;
}

/**
 * When it takes place by the rules of today, or undefined where that is when it was planned. The wall time of the start stays, and so does
 * how long it lasts: a lesson of three hours remains one.
 */
export function rezoned(written: Written): PlannedTime | undefined {
  const { localDate, localTime, zone } = written;
  const { instant, shifted } = resolveWallTime({ date: localDate, time: localTime, zone });
  if (instant.getTime() === written.from.getTime()) return undefined;
  return { from: instant, to: new Date(instant.getTime() + written.to.getTime() - written.from.getTime()), localDate, localTime, zone, shifted };
}

/** The same for leave: both ends stay where they are on the wall. */
export function rezonedAbsence({ from, to, start, end }: WrittenAbsence): TimeRange | undefined {
  const now = { from: resolveWallTime(start).instant, to: resolveWallTime(end).instant };
  const isAsWritten = now.from.getTime() === from.getTime() && now.to.getTime() === to.getTime();
  // Rules that would turn it round or make nothing of it leave it alone.
  return isAsWritten || now.to <= now.from ? undefined : now;
}

/** Cuts a list into lots that one call on the ledger can take. */
export function lots<Item extends { readonly claims: number }>(items: readonly Item[], mostClaims: number): readonly (readonly Item[])[] {
  const all: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const weight = Math.max(1, item.claims);
    if (weight > room) {
      all.push([]);
      room = mostClaims;
    }
    all.at(-1)?.push(item);
    room -= weight;
  }
  return all;
}
