import { type SiteCalendar } from './closures.js';
import { type ResourceKind } from './claim.js';
import { type TimeRange } from './time-range.js';

export interface KnownResource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly organisationId: string;
  readonly name: string | null;
  readonly siteId: string | null;
  /** Seats of a room that is shared by seats; null where whoever takes it takes all. */
  readonly seats: number | null;
  readonly archived: boolean;
}

/** A reservation that stands in the way. */
export interface Booking extends TimeRange {
  readonly id: string;
  readonly resourceId: string;
  readonly occurrenceId: string | null;
  readonly siteId: string | null;
  readonly title: string | null;
  readonly heldUntil: Date | null;
  /** Whether who asks may know what it is; of the others nothing but the time is told. */
  readonly readable: boolean;
  units: string;
}

export interface Absence extends TimeRange {
  readonly id: string;
  readonly resourceId: string;
  readonly kind: 'leave' | 'busy' | 'loan' | 'blocked';
  readonly label: string | null;
}

export interface KnownSite {
  readonly id: string;
  readonly name: string | null;
  readonly zone: string;
  readonly calendars: readonly SiteCalendar[];
}

/** All that a claim must know, read under the locks of every resource in it. */
export interface LedgerFacts {
  /** The database's clock when the locks were held. */
  readonly now: Date;
  /** Of the organisation that asks: for times that have no place. */
  readonly zone: string;
  readonly resources: ReadonlyMap<string, KnownResource>;
  readonly bookings: readonly Booking[];
  readonly absences: readonly Absence[];
  readonly sites: ReadonlyMap<string, KnownSite>;
  /** Minutes from one site to another, by `travelKey`. */
  readonly travel: ReadonlyMap<string, number>;
}

export const travelKey = (fromSiteId: string, toSiteId: string): string => `${fromSiteId}>${toSiteId}`;
