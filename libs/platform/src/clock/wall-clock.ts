import { Temporal } from 'temporal-polyfill';

/** A date on the wall ("2027-03-28"), a time on the wall ("18:00") and the IANA zone whose wall it is. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
}

export interface ResolvedInstant {
  readonly instant: Date;
  /** True where the clock skipped the time asked for (spring): the instant is the same distance after the gap, and people are told. */
  readonly shifted: boolean;
  /** True where the clock showed the time twice (autumn): the first of the two is meant. */
  readonly ambiguous: boolean;
}

/**
 * The instant that a wall clock shows, by Node's own zone data. A skipped 02:30 becomes 03:30, a repeated 02:30 is the first one
 * (the "compatible" rule of RFC 5545 and Temporal).
 */
export function resolveWallTime(wall: WallTime): ResolvedInstant {
  const local = Temporal.PlainDateTime.from(`${wall.date}T${wall.time}`);
  const earlier = local.toZonedDateTime(wall.zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(wall.zone, { disambiguation: 'later' });
  const twoReadings = earlier.epochMilliseconds !== later.epochMilliseconds;
  const skipped = twoReadings && !later.toPlainDateTime().equals(local);
  const chosen = skipped ? later : earlier;
  return { instant: new Date(chosen.epochMilliseconds), shifted: skipped, ambiguous: twoReadings && !skipped };
}

/** What the wall clock in a zone shows at an instant. Seconds are dropped: nothing in the domain is planned by the second. */
export function wallTimeAt(instant: Date, zone: string): WallTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return { date: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }), zone };
}

/** Asking Node costs a fifth of a millisecond; only names that exist are kept, so the set stays small. */
const knownZones = new Set<string>();

/** True for an IANA zone that this Node knows ("Europe/Brussels"); offsets such as "+01:00" are no zones. */
export function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  if (/^[+-]\d/.test(zone) || zone === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    knownZones.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** Calendar arithmetic on dates without zones: the day `days` after (or before) a date. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** ISO week day of a date: Monday is 1, Sunday is 7. */
export function weekday(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}
