import { addDays, type Language } from '@app/platform';
import { type AvailabilityPlan, availableRanges } from './availability.js';
import { closedDays, type SiteCalendar } from './closures.js';
import { startOfDay, type TimeRange } from './time-range.js';
import { countUnits, takesAll } from './units.js';

/** What the board is made of, as one statement answers it (instants still as ISO strings). */
interface BoardFacts<Row, Booking, Absence> {
  readonly zone: string;
  readonly sites: readonly { readonly id: string; readonly name: string; readonly zone: string; readonly calendars: readonly SiteCalendar[] }[];
  readonly rows: readonly Row[];
  readonly bookings: readonly Booking[];
  readonly absences: readonly Absence[];
  readonly availability: readonly (AvailabilityPlan & { readonly personId: string })[];
}

interface Stands {
  readonly resourceId: string;
  readonly from: string;
  readonly to: string;
}

export interface ClosedStretch extends TimeRange {
  readonly date: string;
  readonly name: string;
}

export interface BoardDays {
  readonly from: string;
  /** The last day, included. */
  readonly to: string;
  readonly siteId?: string;
  readonly language: Language;
}

/** Puts what stands on each resource into its row, in the zone of the place: bookings, absences, closed days and offered hours. */
export function layOut<Row extends { id: string; siteId: string | null }, Booking extends Stands & { units: string }, Absence extends Stands>(
  facts: BoardFacts<Row, Booking, Absence>,
  days: BoardDays,
) {
  const site = facts.sites.find(({ id }) => id === days.siteId);
  const zone = site?.zone ?? facts.zone;
  const span: TimeRange = { from: startOfDay(days.from, zone), to: startOfDay(addDays(days.to, 1), zone) };
  const closed = new Map(facts.sites.map((each) => [each.id, closedStretches(each, days)]));
  const offered = new Map(facts.availability.map((plan) => [plan.personId, availableRanges(plan, days.from, days.to)]));
  const bookings = byResource(facts.bookings, span);
  const absences = byResource(facts.absences, span);
  return {
    zone,
    ...span,
    rows: facts.rows.map((row) => ({
      ...row,
      siteName: facts.sites.find(({ id }) => id === row.siteId)?.name ?? null,
      bookings: (bookings.get(row.id) ?? []).map((booking) => ({ ...booking, seats: takesAll(booking.units) ? null : countUnits(booking.units) })),
      absences: absences.get(row.id) ?? [],
      closed: (row.siteId ? closed.get(row.siteId) : site && closed.get(site.id)) ?? [],
      /** Null where nothing was said about it; an empty list says "never". */
      offered: offered.get(row.id) ?? null,
    })),
  };
}

function closedStretches(site: { readonly zone: string; readonly calendars: readonly SiteCalendar[] }, days: BoardDays): readonly ClosedStretch[] {
  return closedDays(site.calendars, days.from, days.to, days.language).map(({ date, name }) => ({
    date,
    name,
    from: startOfDay(date, site.zone),
    to: startOfDay(addDays(date, 1), site.zone),
  }));
}

function byResource<Each extends Stands>(standing: readonly Each[], span: TimeRange): ReadonlyMap<string, readonly Each[]> {
  const rows = new Map<string, Each[]>();
  for (const each of standing) {
    if (new Date(each.to) <= span.from || new Date(each.from) >= span.to) continue;
    const known = rows.get(each.resourceId);
    if (known) known.push(each);
    else rows.set(each.resourceId, [each]);
  }
  return rows;
}
