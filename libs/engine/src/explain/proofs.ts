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
 * Conflicts that can be proven by counting: an activity without any slot, an attendee with more activities than slots for them, a kind of
 * resource with fewer free hours than are needed (Hall 1935, by matching). Counted for activities of one slot.
 */
export function conflicts(model: Model): Conflict[] {
  const candidates = candidateLists(model);
  const domains = startDomains(model, candidates);
  const alone = domains.flatMap((domain, a): Conflict[] => (domain.length === 0 ? [{ cause: 'noSlot', activities: [a] }] : []));
  const short = (a: number) => (model.activities[a]!.duration ?? 1) === 1 && domains[a]!.length > 0;
  const people = model.attendees.flatMap((attendee, i): Conflict[] => {
    const set = irreducible(attendee.activities.filter(short), (a) => domains[a]!);
    return set ? [{ cause: 'attendee', activities: set, attendee: i }] : [];
  });
  return [...alone, ...people, ...crowded(model, domains, candidates)];
}

function crowded(model: Model, domains: number[][], candidates: number[][][]): Conflict[] {
  const kinds = [...new Set(model.resources.filter((r) => !r.shared).map((r) => r.kind))];
  const { slots } = model.grid;
  return kinds.flatMap((kind): Conflict[] => {
    const users = model.activities.flatMap((activity, a) => ((activity.duration ?? 1) === 1 && domains[a]!.length > 0 && activity.needs.some((need) => need.kind === kind) ? [a] : []));
    const cells = (a: number): number[] => {
      const k = model.activities[a]!.needs.findIndex((need) => need.kind === kind);
      return candidates[a]![k]!.flatMap((r) => domains[a]!.filter((s) => !model.resources[r]!.closed?.includes(s)).map((s) => r * slots + s));
    };
    const set = irreducible(users, cells);
    return set ? [{ cause: 'resources', activities: set, kind }] : [];
  });
}

/** A smallest-by-deletion set of activities that want more places than there are; undefined when all fit. */
function irreducible(activities: number[], places: (a: number) => number[]): number[] | undefined {
  const options = new Map(activities.map((a) => [a, places(a)]));
  const size = [...options.values()].flat().reduce((most, place) => Math.max(most, place + 1), 1);
  const unmatched = (set: number[]): number => [...match(set.map((a) => options.get(a)!), size)].findIndex((right) => right < 0);
  if (unmatched(activities) < 0) return undefined;
  let set = violator(activities, options, size);
  for (const a of [...set]) {
    const rest = set.filter((b) => b !== a);
    if (unmatched(rest) >= 0) set = rest;
  }
  return set.sort((a, b) => a - b);
}

/** Those who compete with an unmatched one for the same places: Hall's violator. */
function violator(activities: number[], options: Map<number, number[]>, size: number): number[] {
  const rights = match(activities.map((a) => options.get(a)!), size);
  const holder = new Map<number, number>();
  rights.forEach((right, i) => right >= 0 && holder.set(right, activities[i]!));
  const set = new Set([activities[rights.indexOf(-1)]!]);
  for (const a of set) for (const place of options.get(a)!) if (holder.has(place)) set.add(holder.get(place)!);
  return [...set];
}
