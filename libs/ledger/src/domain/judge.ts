import { type Claim, type Granted, isPersonPart } from './claim.js';
import { type Clash } from './clash.js';
import { closedRanges } from './closures.js';
import { type Booking, type KnownResource, type LedgerFacts, travelKey } from './ledger-facts.js';
import { type Asker, clash, placeOf, rivalOf, type Scales, type Standing } from './scales.js';
import { seatIn } from './shared-room.js';
import { overlaps } from './time-range.js';
import { ALL_UNITS } from './units.js';

export interface Verdict {
  readonly granted: readonly Granted[];
  /** Every reason against every claim, in the order of the claims. Any one of them refuses all. */
  readonly clashes: readonly Clash[];
  /** Clashes of learners whom staff move: shown before saving, written without binding. */
  readonly yielded: readonly Clash[];
  /** Ids that are no resources for this organisation. */
  readonly unknown: readonly string[];
  /** Reservations of shared rooms that get other seat numbers, so that the new ones fit. */
  readonly reseated: readonly Booking[];
}

/**
 * Weighs claims against what stands in the ledger. Pure: the caller holds the locks and has left out of the facts what is given back.
 * Claims are weighed in the order of time, whatever their order in the list.
 */
export function judge(claims: readonly Claim[], facts: LedgerFacts, asker: Asker): Verdict {
  const scales = scalesOf(facts, asker);
  const granted: Granted[] = [];
  const clashes: Clash[] = [];
  const yielded: Clash[] = [];
  const known = claims.filter((claim) => bookableAs(facts.resources.get(claim.resourceId), claim));
  for (const claim of [...known].sort((a, b) => a.during.from.getTime() - b.during.from.getTime())) {
    const { against, grant } = weigh(scales, claim);
    const yields = claim.part === 'learner' && asker.personId !== claim.resourceId;
    (yields ? yielded : clashes).push(...against);
    if (grant.binding) append(scales.standing, claim.resourceId, standingOf(grant));
    if (grant.binding || yields) granted.push(grant);
  }
  const unknown = claims.filter((claim) => !bookableAs(facts.resources.get(claim.resourceId), claim)).map((claim) => claim.resourceId);
  return { granted, clashes: [...onceAClosure(clashes)], yielded, unknown, reseated: [...scales.reseated] };
}

/** What stands during a stretch of time, as clashes of whoever comes second: for leave and closures, which are entered all the same. */
export function bookingsDuring(claim: Claim, facts: LedgerFacts, asker: Asker): readonly Clash[] {
  const resource = facts.resources.get(claim.resourceId);
  if (!resource) return [];
  return bookings(scalesOf(facts, asker), claim, resource);
}

function scalesOf(facts: LedgerFacts, asker: Asker): Scales {
  const standing = new Map<string, Standing[]>();
  for (const booking of facts.bookings) append(standing, booking.resourceId, { ...booking });
  return { facts, asker, standing, reseated: new Set() };
}

const bookableAs = (resource: KnownResource | undefined, claim: Claim): boolean =>
  resource !== undefined && !resource.archived && (resource.kind === 'person') === isPersonPart(claim.part);

function weigh(scales: Scales, claim: Claim): { against: readonly Clash[]; grant: Granted } {
  const resource = scales.facts.resources.get(claim.resourceId);
  if (!resource) throw new Error('A claim on an unknown resource was weighed.');
  const seating = resource.seats === null || claim.seats === undefined ? undefined : seatIn(scales, claim, resource);
  const against = [
    ...closures(scales, claim, resource),
    ...absences(scales, claim, resource),
    ...(seating ? seating.against : bookings(scales, claim, resource)),
    ...(resource.kind === 'room' ? [] : travels(scales, claim, resource)),
  ];
  return { against, grant: { claim, resourceOrganisationId: resource.organisationId, binding: against.length === 0, units: seating?.units ?? ALL_UNITS } };
}

function closures(scales: Scales, claim: Claim, resource: KnownResource): readonly Clash[] {
  const site = scales.facts.sites.get(placeOf(claim, resource) ?? '');
  if (!site) return [];
  return closedRanges(site, claim.during, scales.asker.language).map(({ from, to, name }) => ({
    ...clash('closed', scales, claim, resource),
    rival: { from, to, title: null, occurrenceId: null, heldUntil: null, absence: null },
    closure: name,
  }));
}

function absences(scales: Scales, claim: Claim, resource: KnownResource): readonly Clash[] {
  return scales.facts.absences
    .filter((absence) => absence.resourceId === resource.id && overlaps(absence, claim.during))
    .map(({ from, to, kind, label }) => ({
      ...clash('unavailable', scales, claim, resource),
      rival: { from, to, title: label, occurrenceId: null, heldUntil: null, absence: kind },
    }));
}

function bookings(scales: Scales, claim: Claim, resource: KnownResource): readonly Clash[] {
  return (scales.standing.get(resource.id) ?? [])
    .filter((booking) => overlaps(booking, claim.during))
    .map((booking) => ({ ...clash('booked', scales, claim, resource), rival: rivalOf(booking) }));
}

/** The nearest booking at a place before and after decides; what is online in between takes nobody anywhere. */
function travels(scales: Scales, claim: Claim, resource: KnownResource): readonly Clash[] {
  const here = placeOf(claim, resource);
  if (!here) return [];
  const placed = (scales.standing.get(resource.id) ?? []).filter((booking) => booking.siteId !== null);
  const before = nearest(placed.filter((booking) => booking.to <= claim.during.from), (a, b) => a.to > b.to);
  const after = nearest(placed.filter((booking) => booking.from >= claim.during.to), (a, b) => a.from < b.from);
  const way = (neighbour: Standing, gap: number, from: string, to: string): readonly Clash[] => {
    const minutes = scales.facts.travel.get(travelKey(from, to)) ?? 0;
    if (gap >= minutes * 60_000) return [];
    const nameOf = (siteId: string): string | null => scales.facts.sites.get(siteId)?.name ?? null;
    return [{ ...clash('travel', scales, claim, resource), rival: rivalOf(neighbour), travel: { minutes, from: nameOf(from), to: nameOf(to) } }];
  };
  return [
    ...(before?.siteId ? way(before, claim.during.from.getTime() - before.to.getTime(), before.siteId, here) : []),
    ...(after?.siteId ? way(after, after.from.getTime() - claim.during.to.getTime(), here, after.siteId) : []),
  ];
}

const nearest = (bookings: readonly Standing[], isNearer: (a: Standing, b: Standing) => boolean): Standing | undefined =>
  bookings.reduce<Standing | undefined>((best, each) => (best === undefined || isNearer(each, best) ? each : best), undefined);

function standingOf(granted: Granted): Standing {
  const { claim, units } = granted;
  const { resourceId, occurrence, during, siteId } = claim;
  return { id: '', resourceId, occurrenceId: occurrence, ...during, siteId: siteId ?? null, title: null, heldUntil: claim.heldUntil ?? null, readable: true, units, granted };
}

function append(standing: Map<string, Standing[]>, resourceId: string, booking: Standing): void {
  const known = standing.get(resourceId);
  if (known) known.push(booking);
  else standing.set(resourceId, [booking]);
}

/** A closed day concerns the occurrence as a whole: told once, not once for each of its thirty people. */
function* onceAClosure(clashes: readonly Clash[]): Generator<Clash> {
  const told = new Set<string>();
  for (const each of clashes) {
    const key = `${each.occurrence} ${each.rival?.from.getTime()} ${each.closure}`;
    if (each.reason !== 'closed' || !told.has(key)) yield each;
    if (each.reason === 'closed') told.add(key);
  }
}
