import { ownZone, type Times } from '~/lib/time';
import { wallTimeAt } from '~/lib/wall';
import { type AgendaItem } from './operations';

/** When it starts where the reader is, with the day where that is another one; empty where both clocks show the same. */
export function ownTime({ startsAt, zone, day }: Pick<AgendaItem, 'startsAt' | 'zone' | 'day'>, times: Times, own = ownZone()): string {
  const time = times.time(startsAt, own);
  const there = wallTimeAt(startsAt, own).day;
  if (own === zone || (time === times.time(startsAt, zone) && there === day)) return '';
  return there === day ? time : `${times.shortDay(there)}, ${time}`;
}
