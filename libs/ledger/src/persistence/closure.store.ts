import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Community } from '../domain/belgian-holidays.js';
import { type ClosureDays, type SiteCalendar } from '../domain/closures.js';
import { type FileClosure } from '../domain/closure-file.js';

export interface ClosureCalendar {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly publicHolidays: 'BE' | null;
  readonly community: Community | null;
  readonly version: number;
  readonly siteIds: readonly string[];
}

export interface StandingClosure extends ClosureDays {
  readonly id: string;
  readonly uid: string;
}

export interface CalendarWithDays extends ClosureCalendar {
  readonly days: readonly StandingClosure[];
}

/** What stands at closed sites; of another organisation's bookings only the time is told. */
export interface BookingAtSite {
  readonly occurrenceId: string | null;
  readonly siteId: string;
  readonly from: string;
  readonly to: string;
  readonly title: string | null;
}

const SITES = `coalesce((select array_agg(sc.site_id order by sc.site_id) from site_calendar sc where sc.calendar_id = c.id), '{}')`;
const COLUMNS = `c.id, c.organisation_id as "organisationId", c.name, c.public_holidays as "publicHolidays", c.community, c.version, ${SITES} as "siteIds"`;

@Injectable()
export class ClosureStore {
  async create(tx: Tx, calendar: Omit<ClosureCalendar, 'id' | 'version'>): Promise<string> {
    const { organisationId, name, publicHolidays, community } = calendar;
    const [row] = await tx.query<{ id: string }>('insert into closure_calendar (organisation_id, name, public_holidays, community) values ($1, $2, $3, $4) returning id', [
      ...[organisationId, name, publicHolidays, community],
    ]);
    if (!row) throw new Error('A closure calendar was inserted and not answered.');
    await this.setSites(tx, { ...calendar, id: row.id });
    return row.id;
  }

  async lock(tx: Tx, id: string): Promise<ClosureCalendar | undefined> {
    const locked = await tx.query('select id from closure_calendar where id = $1 and archived_at is null for no key update', [id]);
    if (locked.length === 0) return undefined;
    const [row] = await tx.query<ClosureCalendar>(`select ${COLUMNS} from closure_calendar c where c.id = $1`, [id]);
    return row;
  }

  async save(tx: Tx, calendar: ClosureCalendar): Promise<void> {
    const { id, name, publicHolidays, community } = calendar;
    await tx.query('update closure_calendar set name = $2, public_holidays = $3, community = $4, version = version + 1 where id = $1', [id, name, publicHolidays, community]);
    await this.setSites(tx, calendar);
  }

  async archive(tx: Tx, id: string): Promise<void> {
    await tx.query('update closure_calendar set archived_at = app.now(), version = version + 1 where id = $1', [id]);
  }

  async isNameTaken(tx: Tx, organisationId: string, name: string, butId: string | null = null): Promise<boolean> {
    const rows = await tx.query('select from closure_calendar where organisation_id = $1 and lower(name) = lower($2) and archived_at is null and id is distinct from $3', [
      ...[organisationId, name, butId],
    ]);
    return rows.length > 0;
  }

  /** How many of the sites are standing ones of the organisation. */
  async countSites(tx: Tx, organisationId: string, siteIds: readonly string[]): Promise<number> {
    const rows = await tx.query('select from site where organisation_id = $1 and id = any ($2) and archived_at is null', [organisationId, siteIds]);
    return rows.length;
  }

  /** Adds what is new, changes what came with the same uid and is different now; what stands already stays untouched. */
  async enter(tx: Tx, calendar: Pick<ClosureCalendar, 'id' | 'organisationId'>, closures: readonly (FileClosure & { readonly kind?: 'closed' | 'open' })[]): Promise<{ ids: readonly string[]; added: number; changed: number }> {
    const rows = await tx.query<{ id: string; added: boolean }>(
      `insert into closure (organisation_id, calendar_id, kind, starts_on, ends_on, name, uid)
       select $1, $2, coalesce(c.kind, 'closed'), c."from", c."to", c.name, c.uid from jsonb_to_recordset($3::jsonb) as c(kind text, "from" date, "to" date, name text, uid text)
       on conflict on constraint closure_uid_uq do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on, name = excluded.name
       where (closure.starts_on, closure.ends_on, closure.name) is distinct from (excluded.starts_on, excluded.ends_on, excluded.name)
       returning id, xmax = 0 as added`,
      [calendar.organisationId, calendar.id, JSON.stringify(closures)],
    );
    const added = rows.filter((row) => row.added).length;
    return { ids: rows.map((row) => row.id), added, changed: rows.length - added };
  }

  async touch(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ version: number }>('update closure_calendar set version = version + 1 where id = $1 returning version', [id]);
    return row?.version ?? 0;
  }

  async remove(tx: Tx, calendarId: string, closureId: string): Promise<boolean> {
    const rows = await tx.query('delete from closure where calendar_id = $1 and id = $2 returning id', [calendarId, closureId]);
    return rows.length > 0;
  }

  /** All calendars with what is entered between two days: one statement. Computed holidays are added by the rule. */
  async list(tx: Tx, organisationId: string, from: string, to: string): Promise<readonly CalendarWithDays[]> {
    return tx.query(
      `select ${COLUMNS}, (select coalesce(json_agg(json_build_object('id', d.id, 'uid', d.uid, 'kind', d.kind, 'from', d.starts_on, 'to', d.ends_on, 'name', d.name)
           order by d.starts_on), '[]') from closure d where d.calendar_id = c.id and d.starts_on <= $3 and d.ends_on >= $2) as days
       from closure_calendar c where c.organisation_id = $1 and c.archived_at is null order by c.name, c.id`,
      [organisationId, from, to],
    );
  }

  /** The calendars of one site, own or partly lent to an organisation of the actor; of any other none. */
  async ofSite(tx: Tx, siteId: string, from: string, to: string): Promise<readonly SiteCalendar[]> {
    const [row] = await tx.query<{ calendars: readonly SiteCalendar[] }>('select app.closures_for_planning($1, $2, $3) as calendars', [siteId, from, to]);
    return row?.calendars ?? [];
  }

  /** Keeps claims on these sites waiting, and waits for those on their way: what is read afterwards is all that was booked before. */
  async lockSites(tx: Tx, siteIds: readonly string[]): Promise<void> {
    await tx.query('select app.lock_sites($1)', [siteIds]);
  }

  /** What stands there from now on, by the clock of the database. */
  async bookingsAt(tx: Tx, siteIds: readonly string[], yearsAhead: number): Promise<readonly BookingAtSite[]> {
    const [row] = await tx.query<{ bookings: readonly BookingAtSite[] }>('select app.bookings_at($1, tstzrange(app.now(), app.now() + make_interval(years => $2)), $3) as bookings', [
      ...[siteIds, yearsAhead, tx.actor.language],
    ]);
    return row?.bookings ?? [];
  }

  async sites(tx: Tx, organisationId: string, siteIds: readonly string[]): Promise<readonly { id: string; name: string; zone: string }[]> {
    return tx.query('select id, name, zone from site where organisation_id = $1 and id = any ($2)', [organisationId, siteIds]);
  }

  private async setSites(tx: Tx, calendar: Pick<ClosureCalendar, 'id' | 'organisationId' | 'siteIds'>): Promise<void> {
    await tx.query('delete from site_calendar where calendar_id = $1 and site_id <> all ($2)', [calendar.id, calendar.siteIds]);
    await tx.query('insert into site_calendar (organisation_id, site_id, calendar_id) select $1, s, $2 from unnest($3::uuid[]) s on conflict do nothing', [
      ...[calendar.organisationId, calendar.id, calendar.siteIds],
    ]);
  }
}
