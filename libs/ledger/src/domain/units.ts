/**
 * Seats of a shared room as PostgreSQL keeps them: a multirange of seat numbers from 1 on, half-open, or everything.
 * Which numbers a group has is nobody's concern; only how many.
 */
export const ALL_UNITS = '{(,)}';

type Interval = readonly [from: number, to: number];

export const takesAll = (units: string): boolean => units === ALL_UNITS;

export function parseUnits(units: string): readonly Interval[] {
  return [...units.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)] as const);
}

export const countUnits = (units: string): number => parseUnits(units).reduce((sum, [from, to]) => sum + to - from, 0);

/** The lowest `wanted` seat numbers of 1..total that none of the given sets uses; undefined where fewer are free. */
export function lowestFree(used: readonly string[], wanted: number, total: number): string | undefined {
  const intervals = used.flatMap(parseUnits).sort((a, b) => a[0] - b[0]);
  const taken: Interval[] = [];
  let next = 1;
  let missing = wanted;
  const take = (until: number): void => {
    const length = Math.min(missing, until - next);
    if (length <= 0) return;
    taken.push([next, next + length]);
    missing -= length;
  };
  for (const [from, to] of intervals) {
    take(Math.min(from, total + 1));
    next = Math.max(next, to);
  }
  take(total + 1);
  return missing > 0 ? undefined : `{${taken.map(([from, to]) => `[${from},${to})`).join(',')}}`;
}

export interface Seated {
  readonly from: Date;
  readonly to: Date;
  units: string;
}

/** The most seats taken at any one moment of a stretch. */
export function peakOf(seated: readonly Seated[], during: { readonly from: Date; readonly to: Date }): number {
  const steps = seated
    .filter((group) => group.from < during.to && during.from < group.to)
    .flatMap((group) => [{ at: group.from.getTime(), change: countUnits(group.units) }, { at: group.to.getTime(), change: -countUnits(group.units) }])
    .sort((a, b) => a.at - b.at || a.change - b.change);
  let now = 0;
  return steps.reduce((most, step) => Math.max(most, (now += step.change)), 0);
}

/**
 * New seat numbers for groups of which never more than `total` sit at once: in order of arrival each takes the lowest free ones.
 * This always works, because whoever is there when a group arrives leaves it enough, whichever numbers these are.
 */
export function reseat(groups: readonly { readonly from: Date; readonly to: Date; readonly seats: number }[], total: number): readonly string[] {
  const order = groups.map((_, index) => index).sort((a, b) => (groups[a]?.from.getTime() ?? 0) - (groups[b]?.from.getTime() ?? 0));
  const given: string[] = groups.map(() => '');
  for (const index of order) {
    const group = groups[index];
    if (!group) continue;
    const present = groups.flatMap((other, at) => (given[at] && other.from < group.to && group.from < other.to ? [given[at]] : []));
    given[index] = lowestFree(present, group.seats, total) ?? '';
  }
  return given;
}
