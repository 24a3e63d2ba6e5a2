import { addDays, resolveWallTime, wallTimeAt } from '@app/platform';

/** From and until on the person's wall: "21:30" to "07:00" runs over midnight. Never the same time twice. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly zone: string;
}

/** When the quiet hours that run at this instant end; undefined outside of them. 07:00 itself is not quiet any more. */
export function endOfQuiet(instant: Date, quiet: QuietHours): Date | undefined {
  const { date, time } = wallTimeAt(instant, quiet.zone);
  const from = quiet.from.slice(0, 5);
  const until = quiet.until.slice(0, 5);
  const overnight = from > until;
  const isQuiet = overnight ? time >= from || time < until : time >= from && time < until;
  if (!isQuiet) return undefined;
  const endDay = overnight && time >= from ? addDays(date, 1) : date;
  return resolveWallTime({ date: endDay, time: until, zone: quiet.zone }).instant;
}
