import { addDays, type Fault } from '@app/platform';
import { type PlannedTime, planTime } from '@app/ledger';

/** Where a session stands, on the wall of its place. */
export interface Standing {
  readonly localDate: string;
  readonly localTime: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
}

/** The new place in time of the session that somebody moved. */
export interface NewTime {
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/**
 * Where a session goes when one of its series is moved "with all that follow": as many days later or earlier, at the new times of the
 * wall clock, so that 18:00 stays 18:00 beyond a change of the clocks.
 */
export function shifted(session: Standing, anchor: Standing, to: NewTime): PlannedTime | readonly Fault[] {
  const days = dayNumber(to.date) - dayNumber(anchor.localDate);
  return timeOn(addDays(session.localDate, days), to, session.zone);
}

/** A date with two times of the wall clock; an end before the start is on the next day. */
export function timeOn(date: string, { startsAt, endsAt }: Pick<NewTime, 'startsAt' | 'endsAt'>, zone: string): PlannedTime | readonly Fault[] {
  const endDate = endsAt < startsAt ? addDays(date, 1) : date;
  return planTime({ startsAt: `${date}T${startsAt}`, endsAt: `${endDate}T${endsAt}`, zone });
}
