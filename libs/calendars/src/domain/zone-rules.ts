import { Temporal } from 'temporal-polyfill';

/** From this instant on the zone stands so many seconds off UTC. */
export interface Offset {
  readonly at: number;
  readonly seconds: number;
}

const FAR_PAST = Number.NEGATIVE_INFINITY;

/** The offsets of a zone from the first to the last year named, the one that held at the beginning first. By Node's own zone data. */
export function offsetsOf(zone: string, firstYear: number, lastYear: number): readonly Offset[] {
  const end = Date.UTC(lastYear + 1, 0, 1);
  let moment: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(Date.UTC(firstYear, 0, 1)).toZonedDateTimeISO(zone);
  const offsets: Offset[] = [{ at: FAR_PAST, seconds: moment.offsetNanoseconds / 1e9 }];
  for (moment = moment.getTimeZoneTransition('next'); moment && moment.epochMilliseconds < end; moment = moment.getTimeZoneTransition('next')) {
    offsets.push({ at: moment.epochMilliseconds, seconds: moment.offsetNanoseconds / 1e9 });
  }
  return offsets;
}

export function offsetAt(offsets: readonly Offset[], instant: number): number {
  let found = offsets[0]?.seconds ?? 0;
  for (const { at, seconds } of offsets) {
    if (at > instant) break;
    found = seconds;
  }
  return found;
}

/** "20261123T090000": what the wall shows at an instant that stands so far off UTC. */
export function wallStamp(instant: number, offsetSeconds: number): string {
  const iso = new Date(instant + offsetSeconds * 1_000).toISOString();
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17, 19)}`;
}

/** "20261123T080000Z" */
export const utcStamp = (instant: number): string => `${wallStamp(instant, 0)}Z`;
