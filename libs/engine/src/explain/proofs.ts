import { candidateLists, startDomains } from '../compile/domains.js';
import { match } from '../exact/matching.js';
import { type Model } from '../model/model.js';

/** Activities that no plan can hold together; taking out any one of them resolves this conflict. */
export interface Conflict {
  cause: 'noSlot' | 'attendee' | 'resources';
  activities: number[];
  attendee?: number;
  kind?: string;
}

/**
 * Conflicts that can be proven by counting: an activity without any slot, an attendee with more hours to attend than hours for them, a kind of
 * resource with fewer free hours than are needed (Hall 1935, by matching). A longer activity is counted as hours that may lie apart, anywhere
 * it could cover: what does not fit even so fits no plan.
 */
export function conflicts(model: Model): Conflict[] {
  const candidates = candidateLists(model);
  const domains = startDomains(model, candidates);
  const alone = domains.flatMap((domain, a): Conflict[] => (domain.length === 0 ? [{ cause: 'noSlot', activities: [a] }] : []));
  const hours = domains.map((domain, a) => covered(domain, lengthOf(model, a)));
  const people = model.attendees.flatMap((attendee, i): Conflict[] => {
    const set = irreducible(model, attendee.activities.filter((a) => domains[a]!.length > 0), (a) => hours[a]!);
    return set ? [{ cause: 'attendee', activities: set, attendee: i }] : [];
  });
  return [...alone, ...people, ...crowded(model, hours, candidates)];
}

const lengthOf = (model: Model, a: number): number => model.activities[a]!.duration ?? 1;

/** Slots that an activity could cover from one of its starts. */
function covered(domain: number[], length: number): number[] {
  return length === 1 ? domain : [...new Set(domain.flatMap((slot) => Array.from({ length }, (_, i) => slot + i)))];
}

function crowded(model: Model, hours: number[][], candidates: number[][][]): Conflict[] {
  const kinds = [...new Set(model.resources.filter((r) => !r.shared).map((r) => r.kind))];
  const { slots } = model.grid;
  return kinds.flatMap((kind): Conflict[] => {
    const users = model.activities.flatMap((activity, a) => (hours[a]!.length > 0 && activity.needs.some((need) => need.kind === kind) ? [a] : []));
    const cells = (a: number): number[] => {
      const k = model.activities[a]!.needs.findIndex((need) => need.kind === kind);
      return candidates[a]![k]!.flatMap((r) => hours[a]!.filter((s) => !model.resources[r]!.closed?.includes(s)).map((s) => r * slots + s));
    };
    const set = irreducible(model, users, cells);
    return set ? [{ cause: 'resources', activities: set, kind }] : [];
  });
}

/** A smallest-by-deletion set of activities that want more places than there are; undefined when all fit. */
function irreducible(model: Model, activities: number[], places: (a: number) => number[]): number[] | undefined {
  const options = new Map(activities.map((a) => [a, places(a)]));
  const size = [...options.values()].flat().reduce((most, place) => Math.max(most, place + 1), 1);
  const inHours = (set: number[]): number[] => set.flatMap((a) => new Array<number>(lengthOf(model, a)).fill(a));
  const fits = (set: number[]): boolean => !match(inHours(set).map((a) => options.get(a)!), size).includes(-1);
  if (fits(activities)) return undefined;
  let set = violator(inHours(activities), options, size);
  for (const a of [...set]) {
    const rest = set.filter((b) => b !== a);
    if (!fits(rest)) set = rest;
  }
  return set.sort((a, b) => a - b);
}

/** Those who compete with an unmatched hour for the same places: Hall's violator. */
function violator(hours: number[], options: Map<number, number[]>, size: number): number[] {
  const rights = match(hours.map((a) => options.get(a)!), size);
  const holder = new Map<number, number>();
  rights.forEach((right, i) => right >= 0 && holder.set(right, hours[i]!));
  const set = new Set([hours[rights.indexOf(-1)]!]);
  for (const a of set) for (const place of options.get(a)!) if (holder.has(place)) set.add(holder.get(place)!);
  return [...set];
}
