import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { closedRanges, type SiteCalendar } from '../domain/closures.js';
import { overlaps } from '../domain/time-range.js';
import { type ClosureCalendar, ClosureStore } from '../persistence/closure.store.js';

/** A booking that stands on a day that has just been closed: to be moved or cancelled by somebody. */
export interface ClosureHit {
  readonly siteId: string;
  readonly siteName: string;
  readonly zone: string;
  readonly from: Date;
  readonly to: Date;
  readonly title: string | null;
  readonly occurrenceId: string | null;
  readonly closure: string;
}

const YEARS_AHEAD = 3;

/** Closures are entered over what is booked; this finds what they hit from today on, so that it can be repaired. */
@Injectable()
export class ClosureHits {
  constructor(private readonly store: ClosureStore) {}

  /** Call it before closing: claims on these sites wait from now on. */
  async lock(tx: Tx, siteIds: readonly string[]): Promise<void> {
    if (siteIds.length > 0) await this.store.lockSites(tx, siteIds);
  }

  /** What stands on the days of `closing` at the calendar's sites, as far as three years ahead. */
  async find(tx: Tx, calendar: Pick<ClosureCalendar, 'organisationId' | 'siteIds'>, closing: SiteCalendar): Promise<readonly ClosureHit[]> {
    if (calendar.siteIds.length === 0) return [];
    const sites = new Map((await this.store.sites(tx, calendar.organisationId, calendar.siteIds)).map((site) => [site.id, site]));
    const bookings = await this.store.bookingsAt(tx, calendar.siteIds, YEARS_AHEAD);
    return bookings.flatMap(({ siteId, occurrenceId, title, ...times }) => {
      const site = sites.get(siteId);
      if (!site) return [];
      const during = { from: new Date(times.from), to: new Date(times.to) };
      const [closed] = closedRanges({ zone: site.zone, calendars: [closing] }, during, tx.actor.language).filter((range) => overlaps(range, during));
      return closed ? [{ siteId, siteName: site.name, zone: site.zone, ...during, title, occurrenceId, closure: closed.name }] : [];
    });
  }
}
