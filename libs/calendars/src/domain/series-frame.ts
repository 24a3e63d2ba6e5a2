/** One session of a strand: the sessions of a series that begin at the same time of day. Instants in milliseconds. */
export interface StrandItem {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Where it stood when it was first told: its RECURRENCE-ID for ever. */
  readonly slot: number;
}

/** A strand as one recurring event: a weekly rule, the days of it without a session, and the sessions that are not as the rule says. */
export interface SeriesFrame {
  readonly from: number;
  readonly to: number;
  /** Undefined for a single session: programs show a rule of one as a series all the same. */
  readonly rule?: { readonly weekdays: readonly number[]; readonly until: number; readonly except: readonly number[] };
  readonly moved: readonly StrandItem[];
}

const DAY = 86_400_000;

/**
 * `localDay` counts the days of the place, so that a rule over a change of the clocks stays a rule; `atDay` is the instant of the strand's time
 * on such a day. Items must have different days. Outlook knows weekly rules and single dates that are left out, and no lists of dates.
 */
export function seriesFrame(items: readonly StrandItem[], { localDay, atDay }: { readonly localDay: (instant: number) => number; readonly atDay: (day: number) => number }): SeriesFrame {
  const sorted = [...items].sort((a, b) => a.slot - b.slot);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new Error('A strand without sessions has no frame.');
  const length = mostFrequent(sorted.map(({ from, to }) => to - from));
  const moved = sorted.filter(({ from, to, slot }) => from !== slot || to - from !== length);
  const whole = { from: first.slot, to: first.slot + length, moved };
  if (first === last) return first.from === first.slot ? whole : { ...whole, from: first.from, to: first.to, moved: [] };
  const days = new Set(sorted.map(({ slot }) => localDay(slot)));
  const weekdays = [...new Set([...days].map(weekdayOf))].sort((a, b) => a - b);
  const except: number[] = [];
  for (let day = localDay(first.slot); day < localDay(last.slot); day++) if (weekdays.includes(weekdayOf(day)) && !days.has(day)) except.push(atDay(day));
  return { ...whole, rule: { weekdays, until: last.slot, except } };
}

/** Days since 1970-01-01, a Thursday; Monday is 0. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const dayOfWall = (wall: number): number => Math.floor(wall / DAY);

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0;
}
