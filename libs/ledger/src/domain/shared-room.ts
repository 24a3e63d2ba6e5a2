import { type Claim } from './claim.js';
import { type Clash } from './clash.js';
import { type KnownResource } from './ledger-facts.js';
import { clash, rivalOf, type Scales, type Standing } from './scales.js';
import { overlaps } from './time-range.js';
import { ALL_UNITS, countUnits, lowestFree, peakOf, reseat, takesAll } from './units.js';

const DAY = 86_400_000;

/** Finds seats in a room that is shared by seats, or says who has all of it or how many are left. */
export function seatIn(scales: Scales, claim: Claim, resource: KnownResource): { units: string; against: readonly Clash[] } {
  const total = resource.seats ?? 0;
  const asked = claim.seats ?? total;
  const standing = scales.standing.get(resource.id) ?? [];
  const present = standing.filter((booking) => overlaps(booking, claim.during));
  const wholeRoom = present.filter((booking) => takesAll(booking.units));
  if (wholeRoom.length > 0) {
    return { units: ALL_UNITS, against: wholeRoom.map((booking) => ({ ...clash('booked', scales, claim, resource), rival: rivalOf(booking) })) };
  }
  const units = lowestFree(present.map((booking) => booking.units), asked, total);
  if (units) return { units, against: [] };
  const free = Math.max(0, total - peakOf(present, claim.during));
  const moved = free >= asked ? changeSeats(scales, claim, standing, total) : undefined;
  if (moved) return { units: moved, against: [] };
  const fullest = present.reduce((most, each) => (countUnits(each.units) > countUnits(most.units) ? each : most), present[0] ?? { ...standingless, ...claim.during });
  return { units: ALL_UNITS, against: [{ ...clash('seats', scales, claim, resource), rival: rivalOf(fullest), seats: { asked, free, total } }] };
}

const standingless = { id: '', resourceId: '', occurrenceId: null, siteId: null, title: null, heldUntil: null, readable: false, units: ALL_UNITS };

/**
 * Enough seats are free at every moment, but none of them all the time: all groups that hang together get new numbers. Facts reach one
 * day to both sides; where the chain of groups reaches further, the rest of it is not known and nothing is moved.
 */
function changeSeats(scales: Scales, claim: Claim, standing: readonly Standing[], total: number): string | undefined {
  const chain = chainOf(claim.during, standing);
  const [first, last] = [claim.during.from.getTime() - DAY, claim.during.to.getTime() + DAY];
  if (chain.some((group) => group.from.getTime() < first || group.to.getTime() > last || takesAll(group.units))) return undefined;
  const groups = [...chain.map((group) => ({ from: group.from, to: group.to, seats: countUnits(group.units) })), { ...claim.during, seats: claim.seats ?? 0 }];
  const numbers = reseat(groups, total);
  if (numbers.includes('')) return undefined;
  chain.forEach((group, index) => {
    group.units = numbers[index] ?? group.units;
    if (group.granted) group.granted.units = group.units;
    else scales.reseated.add(group);
  });
  return numbers.at(-1);
}

/** The groups that overlap a stretch, those that overlap these, and so on. */
function chainOf(during: { readonly from: Date; readonly to: Date }, standing: readonly Standing[]): readonly Standing[] {
  const chain = new Set<Standing>();
  const reach = [during];
  for (let next = reach.pop(); next; next = reach.pop()) {
    for (const group of standing) {
      if (chain.has(group) || !overlaps(group, next)) continue;
      chain.add(group);
      reach.push(group);
    }
  }
  return [...chain];
}
