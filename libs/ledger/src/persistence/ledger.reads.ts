import { Injectable } from '@nestjs/common';
import { type Actor, type Tx } from '@app/platform';
import { type Claim, isPersonPart } from '../domain/claim.js';
import { type SiteCalendar } from '../domain/closures.js';
import { type Absence, type Booking, type KnownResource, type LedgerFacts, travelKey } from '../domain/ledger-facts.js';
import { mayReadBoard } from '../domain/ledger.policy.js';
import { rangeLiteral, type TimeRange } from '../domain/time-range.js';

const HOUR = 3_600_000;
/** Travel takes twelve hours at most, and a shared room hangs together over a day. */
const TRAVEL_REACH = 12 * HOUR;
const SHARED_REACH = 24 * HOUR;

/** What to read: which stretches of which resources, and what else to lock because something of it is given back. */
export interface FactsWanted {
  readonly organisationId: string;
  readonly claims: readonly Pick<Claim, 'resourceId' | 'part' | 'during' | 'siteId' | 'seats'>[];
  readonly alsoLock?: readonly { readonly resourceId: string; readonly isPerson: boolean }[];
}

interface FactsRow {
  readonly now: string;
  readonly zone: string;
  readonly resources: readonly KnownResource[];
  readonly bookings: readonly (Omit<Booking, 'from' | 'to' | 'heldUntil' | 'readable'> & { from: string; to: string; heldUntil: string | null; organisationId: string | null })[];
  readonly unavailable: readonly (Omit<Absence, 'from' | 'to'> & { from: string; to: string; organisationId: string | null })[];
  readonly sites: readonly { id: string; name: string | null; zone: string; calendars: readonly SiteCalendar[] }[];
  readonly travel: readonly { from: string; to: string; minutes: number }[];
}

@Injectable()
export class LedgerReads {
  /** Locks everything that is wanted (unless `lock` is false: a look without consequences) and reads all that the judge must know. */
  async facts(tx: Tx, wanted: FactsWanted, lock: boolean): Promise<LedgerFacts> {
    const { organisationId, claims, alsoLock = [] } = wanted;
    const people = new Set([...claims.filter((claim) => isPersonPart(claim.part)), ...alsoLock.filter((each) => each.isPerson)].map((each) => each.resourceId));
    const things = new Set([...claims.filter((claim) => !isPersonPart(claim.part)), ...alsoLock.filter((each) => !each.isPerson)].map((each) => each.resourceId));
    const sites = new Set(claims.flatMap((claim) => claim.siteId ?? []));
    const windows = claims.map((claim) => ({ resource_id: claim.resourceId, during: rangeLiteral(windowOf(claim)) }));
    const parameters = [organisationId, [...people], [...things], [...sites], JSON.stringify(windows), tx.actor.language, lock];
    const [row] = await tx.query<{ facts: FactsRow }>('select app.ledger_facts($1, $2, $3, $4, $5, $6, $7) as facts', parameters);
    if (!row) throw new Error('app.ledger_facts answered no row.');
    return toFacts(row.facts, tx.actor);
  }

  /** Which resources the occurrences hold now; read before the locks, so that these can be taken. */
  async held(tx: Tx, organisationId: string, occurrenceIds: readonly string[]): Promise<readonly { occurrenceId: string; resourceId: string; isPerson: boolean }[]> {
    return tx.query(
      `select distinct occurrence_id as "occurrenceId", resource_id as "resourceId", part not in ('room', 'equipment') as "isPerson"
       from reservation where organisation_id = $1 and occurrence_id = any ($2)`,
      [organisationId, occurrenceIds],
    );
  }
}

function windowOf(claim: FactsWanted['claims'][number]): TimeRange {
  const reach = claim.seats !== undefined ? SHARED_REACH : claim.part === 'room' ? 0 : TRAVEL_REACH;
  return { from: new Date(claim.during.from.getTime() - reach), to: new Date(claim.during.to.getTime() + reach) };
}

function toFacts(row: FactsRow, actor: Actor): LedgerFacts {
  const mayRead = (organisationId: string | null, resourceId: string): boolean =>
    organisationId !== null && (resourceId === actor.personId || mayReadBoard(actor, organisationId));
  return {
    now: new Date(row.now),
    zone: row.zone,
    resources: new Map(row.resources.map((resource) => [resource.id, resource])),
    bookings: row.bookings.map(({ from, to, heldUntil, organisationId, ...booking }) => ({
      ...booking,
      from: new Date(from),
      to: new Date(to),
      heldUntil: heldUntil === null ? null : new Date(heldUntil),
      readable: mayRead(organisationId, booking.resourceId),
    })),
    absences: row.unavailable.map(({ from, to, organisationId, ...absence }) => ({
      ...absence,
      from: new Date(from),
      to: new Date(to),
      label: mayRead(organisationId, absence.resourceId) ? absence.label : null,
      kind: mayRead(organisationId, absence.resourceId) ? absence.kind : 'busy',
    })),
    sites: new Map(row.sites.map((site) => [site.id, site])),
    travel: new Map(row.travel.map(({ from, to, minutes }) => [travelKey(from, to), minutes])),
  };
}
