import { Injectable } from '@nestjs/common';
import { type Fault, InvalidInput, NotFound, type Tx } from '@app/platform';
import { type Claim, type Release } from '../domain/claim.js';
import { type Clash } from '../domain/clash.js';
import { bookingsDuring, judge, type Verdict } from '../domain/judge.js';
import { type Absence, type LedgerFacts } from '../domain/ledger-facts.js';
import { ScheduleClash } from '../domain/problems.js';
import { faultsOfRange, LONGEST_ABSENCE_DAYS, type TimeRange } from '../domain/time-range.js';
import { AbsenceStore } from '../persistence/absence.store.js';
import { LedgerReads } from '../persistence/ledger.reads.js';
import { ReservationStore } from '../persistence/reservation.store.js';

/** One call on the ledger: what is given back and what is claimed, all of it or nothing. */
export interface LedgerRequest {
  /** Who books. */
  readonly organisationId: string;
  readonly claims: readonly Claim[];
  readonly releases?: readonly Release[];
}

/** Granted and not yet written: the locks are held until the transaction ends. */
export interface Weighed {
  readonly request: LedgerRequest;
  readonly verdict: Verdict;
  readonly asOf: Date;
}

export interface Claimed {
  /** Clashes of learners whom staff moved: their rows do not bind, and somebody has to look at them. */
  readonly yielded: readonly Clash[];
  /** The database's clock when the ledger was read. */
  readonly asOf: Date;
}

/** Leave of a person, a room out of order, a projector that is lent. */
export interface Block {
  readonly organisationId: string;
  readonly resourceId: string;
  readonly isPerson: boolean;
  readonly during: TimeRange;
  readonly kind: Absence['kind'];
  readonly label?: string | null;
  /** Whose wall clock `during` was read from. */
  readonly zone: string;
}

export interface Blocked {
  readonly id: string;
  /** Bookings that stand in that time: to be moved, given to somebody else or cancelled. */
  readonly clashes: readonly Clash[];
}

/** One call may name this many claims; a longer series is entered in parts. */
export const MOST_CLAIMS = 5_000;

/**
 * The one way into the ledger: claims, holds, moves, swaps, series and releases. Everything in one call is granted or nothing is, and a refusal
 * names every clash. Call it once in a transaction, because locks are taken in one order; lock occurrences before it and seat pools
 * after it. A second call in one transaction may deadlock with another one's; PostgreSQL then ends one of them and it is run again.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly reads: LedgerReads,
    private readonly reservations: ReservationStore,
    private readonly absences: AbsenceStore,
  ) {}

  /**
   * Takes the locks, gives back, claims. The answer is a Problem when anything stands in the way: return it, so that the
   * transaction rolls back.
   */
  async claim(tx: Tx, request: LedgerRequest): Promise<Claimed | ScheduleClash | NotFound | InvalidInput> {
    const weighed = await this.weigh(tx, request);
    return 'verdict' in weighed ? this.enter(tx, weighed) : weighed;
  }

  /** The first half of `claim`, for callers that write their occurrences only when all is granted. */
  async weigh(tx: Tx, request: LedgerRequest): Promise<Weighed | ScheduleClash | NotFound | InvalidInput> {
    const faults = faultsOf(request);
    if (faults.length > 0) return new InvalidInput(faults);
    const { verdict, asOf } = await this.read(tx, request, true);
    if (verdict.unknown.length > 0) return new NotFound('resource');
    if (verdict.clashes.length > 0) return new ScheduleClash(verdict.clashes, asOf);
    return { request, verdict, asOf };
  }

  /** The second half: `idOf` turns the caller's key of a new occurrence into its id. */
  async enter(tx: Tx, weighed: Weighed, idOf: (occurrence: string) => string = (occurrence) => occurrence): Promise<Claimed> {
    const { request, verdict, asOf } = weighed;
    if (request.releases?.length) await this.reservations.giveBack(tx, request.organisationId, request.releases);
    if (verdict.reseated.length > 0) await this.reservations.reseat(tx, verdict.reseated);
    if (verdict.granted.length > 0) await this.reservations.enter(tx, request.organisationId, verdict.granted, idOf);
    return { yielded: verdict.yielded, asOf };
  }

  /** What `claim` would answer now, without locks and without writing: for the board while something is dragged. */
  async preview(tx: Tx, request: LedgerRequest): Promise<{ clashes: readonly Clash[]; yielded: readonly Clash[] } | NotFound | InvalidInput> {
    const faults = faultsOf(request);
    if (faults.length > 0) return new InvalidInput(faults);
    const { verdict } = await this.read(tx, request, false);
    return verdict.unknown.length > 0 ? new NotFound('resource') : verdict;
  }

  /**
   * Makes a hold last, under the locks of all that it holds. False when its time was up: what it held may be somebody else's by now.
   */
  async keep(tx: Tx, organisationId: string, occurrence: { readonly id: string; readonly heldUntil: Date }): Promise<boolean> {
    const held = await this.reads.held(tx, organisationId, [occurrence.id]);
    const { now } = await this.reads.facts(tx, { organisationId, claims: [], alsoLock: held }, true);
    if (now >= occurrence.heldUntil) return false;
    await this.reservations.keep(tx, organisationId, occurrence.id);
    return true;
  }

  /**
   * Makes somebody or something unavailable, under the same locks. What was booked before stays booked: it is answered as clashes that
   * somebody has to repair.
   */
  async block(tx: Tx, block: Block): Promise<Blocked | NotFound | InvalidInput> {
    const { organisationId, resourceId, isPerson, during, kind, label, zone } = block;
    const faults = faultsOfRange(during, 'endsAt', LONGEST_ABSENCE_DAYS * 24);
    if (faults.length > 0) return new InvalidInput(faults);
    const claim: Claim = { resourceId, part: isPerson ? 'staff' : 'room', occurrence: '', during };
    const facts = await this.reads.facts(tx, { organisationId, claims: [claim] }, true);
    const resource = facts.resources.get(resourceId);
    if (!resource || resource.archived) return new NotFound('resource');
    const id = await this.absences.enter(tx, { organisationId, resource, kind, label, zone, from: during.from, to: during.to });
    return { id, clashes: bookingsDuring(claim, facts, tx.actor) };
  }

  private async read(tx: Tx, request: LedgerRequest, lock: boolean): Promise<{ verdict: Verdict; asOf: Date }> {
    const { organisationId, claims, releases = [] } = request;
    const held = releases.length > 0 ? await this.reads.held(tx, organisationId, releases.map((release) => release.occurrenceId)) : [];
    const facts = await this.reads.facts(tx, { organisationId, claims, alsoLock: held }, lock);
    return { verdict: judge(claims, without(facts, releases), tx.actor), asOf: facts.now };
  }
}

/** What is given back does not stand in the way. */
function without(facts: LedgerFacts, releases: readonly Release[]): LedgerFacts {
  if (releases.length === 0) return facts;
  const wholly = new Set(releases.filter((release) => !release.resourceId).map((release) => release.occurrenceId));
  const partly = new Set(releases.flatMap((release) => (release.resourceId ? [`${release.occurrenceId} ${release.resourceId}`] : [])));
  const stays = (occurrenceId: string | null, resourceId: string): boolean =>
    occurrenceId === null || !(wholly.has(occurrenceId) || partly.has(`${occurrenceId} ${resourceId}`));
  return { ...facts, bookings: facts.bookings.filter((booking) => stays(booking.occurrenceId, booking.resourceId)) };
}

function faultsOf(request: LedgerRequest): readonly Fault[] {
  if (request.claims.length > MOST_CLAIMS) return [{ field: 'claims', reason: 'claims.too-many', values: { max: MOST_CLAIMS } }];
  return request.claims.flatMap((claim, index) => [
    ...(claim.resourceId ? [] : [{ field: `claims.${index}.resourceId`, reason: 'claims.no-resource' }]),
    ...faultsOfRange(claim.during, `claims.${index}.during`),
    ...(claim.seats === undefined || (Number.isInteger(claim.seats) && claim.seats > 0) ? [] : [{ field: `claims.${index}.seats`, reason: 'claims.no-seats' }]),
  ]);
}
