import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Part, type PersonPart } from '../domain/claim.js';
import { type Card, type Counters, type OccurrenceState } from '../domain/occurrence.js';
import { type PlannedTime } from '../domain/time-range.js';
import { countUnits, takesAll } from '../domain/units.js';

/** An occurrence that is to be written, under the caller's own key. */
export interface NewOccurrence {
  readonly key: string;
  /** "booking", "session", "coaching", "sitting": the word of the context that plans it. */
  readonly kind: string;
  readonly time: PlannedTime;
  readonly site?: { readonly id: string; readonly organisationId: string };
  readonly seriesId?: string;
  /** The cohort (or whatever else) whose own rules hold for it: reminders, colour. */
  readonly scopeId?: string;
  readonly heldUntil?: Date;
  readonly cards: readonly Card[];
  readonly attendees: readonly { readonly personId: string; readonly part: PersonPart }[];
}

/** One line of a list of who is concerned. */
export interface Listed {
  readonly occurrenceId: string;
  readonly personId: string;
  readonly part: PersonPart;
}

/** An occurrence under its row lock, with what it holds in the ledger. */
export interface LockedOccurrence extends Counters {
  readonly id: string;
  readonly kind: string;
  readonly state: OccurrenceState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly localDate: string;
  readonly localTime: string;
  readonly zone: string;
  readonly siteId: string | null;
  readonly siteOrganisationId: string | null;
  readonly heldUntil: Date | null;
  /** The database's clock: whether a hold still stands is decided by it. */
  readonly now: Date;
  readonly holds: readonly { readonly resourceId: string; readonly part: Part; readonly seats?: number }[];
}

export interface OccurrenceUpdate extends Counters {
  readonly id: string;
  readonly state: OccurrenceState;
  readonly time?: PlannedTime;
  readonly site?: { readonly id: string; readonly organisationId: string } | null;
  readonly heldUntil: Date | null;
  /** Undefined leaves it as it is. */
  readonly movedByHand?: boolean;
}

const PLAN = `
  with planned as (
    select uuidv7() as id, o.* from jsonb_to_recordset($2::jsonb) as o(key text, kind text, state text, local_date date, local_time time, zone text,
      starts_at timestamptz, ends_at timestamptz, site_organisation_id uuid, site_id uuid, series_id uuid, scope_id uuid, held_until timestamptz, cards jsonb, attendees jsonb)
  ), written as (
    insert into occurrence (id, organisation_id, kind, state, local_date, local_time, zone, starts_at, ends_at, site_organisation_id, site_id, series_id, scope_id, held_until, created_by)
    select id, $1, kind, state, local_date, local_time, zone, starts_at, ends_at, site_organisation_id, site_id, series_id, scope_id, held_until, $3 from planned
  ), carded as (
    insert into occurrence_card (organisation_id, occurrence_id, language, title, place, link, bring)
    select $1, p.id, c.language, c.title, c.place, c.link, c.bring
    from planned p, jsonb_to_recordset(p.cards) as c(language text, title text, place text, link text, bring text)
  ), listed as (
    insert into attendee (organisation_id, occurrence_id, person_id, part)
    select $1, p.id, a."personId", a.part from planned p, jsonb_to_recordset(p.attendees) as a("personId" uuid, part text)
  )
  select key, id from planned`;

const LOCK = `
  select o.id, o.kind, o.state, o.version, o.timing_version as "timingVersion", o.sequence, o.starts_at as "startsAt", o.ends_at as "endsAt",
    o.local_date::text as "localDate", to_char(o.local_time, 'HH24:MI') as "localTime", o.zone,
    o.site_id as "siteId", o.site_organisation_id as "siteOrganisationId", o.held_until as "heldUntil", app.now() as now
  from occurrence o where o.organisation_id = $1 and o.id = any ($2) order by o.id for no key update`;

const HOLDS = `select occurrence_id as "occurrenceId", resource_id as "resourceId", part, units::text as units from reservation where organisation_id = $1 and occurrence_id = any ($2)`;

const UPDATE = `
  update occurrence o set state = u.state, version = u.version, timing_version = u.timing_version, sequence = u.sequence, held_until = u.held_until,
    local_date = coalesce(u.local_date, o.local_date), local_time = coalesce(u.local_time, o.local_time), zone = coalesce(u.zone, o.zone),
    starts_at = coalesce(u.starts_at, o.starts_at), ends_at = coalesce(u.ends_at, o.ends_at), moved_by_hand = coalesce(u.moved_by_hand, o.moved_by_hand),
    site_id = case when u.sited then u.site_id else o.site_id end, site_organisation_id = case when u.sited then u.site_organisation_id else o.site_organisation_id end
  from jsonb_to_recordset($2::jsonb) as u(id uuid, state text, version int, timing_version int, sequence int, held_until timestamptz,
    local_date date, local_time time, zone text, starts_at timestamptz, ends_at timestamptz, moved_by_hand boolean, sited boolean, site_id uuid, site_organisation_id uuid)
  where o.organisation_id = $1 and o.id = any ($3) and o.id = u.id`;

@Injectable()
export class OccurrenceStore {
  /** Writes occurrences with their cards and attendees in one statement; answers their ids by key. */
  async plan(tx: Tx, organisationId: string, drafts: readonly NewOccurrence[]): Promise<ReadonlyMap<string, string>> {
    const rows = drafts.map(({ key, kind, time, site, seriesId, scopeId, heldUntil, cards, attendees }) => ({
      ...{ key, kind, state: heldUntil ? 'tentative' : 'planned', ...timeColumns(time) },
      ...{ site_organisation_id: site?.organisationId, site_id: site?.id, series_id: seriesId, scope_id: scopeId, held_until: heldUntil, cards, attendees },
    }));
    const ids = await tx.query<{ key: string; id: string }>(PLAN, [organisationId, JSON.stringify(rows), tx.actor.personId ?? null]);
    return new Map(ids.map(({ key, id }) => [key, id]));
  }

  /** Locks occurrences in the order of their ids, before anything of the ledger is locked. Unknown ones are left out. */
  async lockRows(tx: Tx, organisationId: string, ids: readonly string[]): Promise<readonly Omit<LockedOccurrence, 'holds'>[]> {
    return tx.query<Omit<LockedOccurrence, 'holds'>>(LOCK, [organisationId, ids]);
  }

  /** The same, with what they hold. */
  async lock(tx: Tx, organisationId: string, ids: readonly string[]): Promise<readonly LockedOccurrence[]> {
    const rows = await this.lockRows(tx, organisationId, ids);
    const held = await tx.query<{ occurrenceId: string; resourceId: string; part: Part; units: string }>(HOLDS, [organisationId, ids]);
    return rows.map((row) => ({
      ...row,
      holds: held
        .filter((each) => each.occurrenceId === row.id)
        .map(({ resourceId, part, units }) => ({ resourceId, part, seats: takesAll(units) ? undefined : countUnits(units) })),
    }));
  }

  async update(tx: Tx, organisationId: string, updates: readonly OccurrenceUpdate[]): Promise<void> {
    const rows = updates.map(({ id, state, version, timingVersion, sequence, heldUntil, time, site, movedByHand }) => ({
      ...{ id, state, version, timing_version: timingVersion, sequence, held_until: heldUntil, ...(time ? timeColumns(time) : {}) },
      ...{ moved_by_hand: movedByHand, sited: site !== undefined, site_id: site?.id, site_organisation_id: site?.organisationId },
    }));
    await tx.query(UPDATE, [organisationId, JSON.stringify(rows), updates.map((update) => update.id)]);
  }

  /** Makes the list of who is concerned be this one; who stays keeps his state. */
  async attend(tx: Tx, organisationId: string, occurrenceId: string, people: NewOccurrence['attendees']): Promise<void> {
    const list = JSON.stringify(people);
    await tx.query(
      `delete from attendee a where a.organisation_id = $1 and a.occurrence_id = $2
         and not exists (select from jsonb_to_recordset($3::jsonb) as x("personId" uuid, part text) where x."personId" = a.person_id and x.part = a.part)`,
      [organisationId, occurrenceId, list],
    );
    await tx.query(
      `insert into attendee (organisation_id, occurrence_id, person_id, part) select $1, $2, x."personId", x.part
       from jsonb_to_recordset($3::jsonb) as x("personId" uuid, part text) on conflict on constraint attendee_pk do nothing`,
      [organisationId, occurrenceId, list],
    );
  }

  /** Adds people to and takes people off many lists at once; who is listed already stays as he is. */
  async enlist(tx: Tx, organisationId: string, changes: { readonly join: readonly Listed[]; readonly leave: readonly Listed[] }): Promise<void> {
    if (changes.leave.length > 0) {
      await tx.query(
        `delete from attendee a using jsonb_to_recordset($2::jsonb) as x("occurrenceId" uuid, "personId" uuid, part text)
         where a.organisation_id = $1 and a.occurrence_id = x."occurrenceId" and a.person_id = x."personId" and a.part = x.part`,
        [organisationId, JSON.stringify(changes.leave)],
      );
    }
    if (changes.join.length === 0) return;
    await tx.query(
      `insert into attendee (organisation_id, occurrence_id, person_id, part) select $1, x."occurrenceId", x."personId", x.part
       from jsonb_to_recordset($2::jsonb) as x("occurrenceId" uuid, "personId" uuid, part text) on conflict on constraint attendee_pk do nothing`,
      [organisationId, JSON.stringify(changes.join)],
    );
  }

  async reword(tx: Tx, organisationId: string, occurrenceId: string, cards: readonly Card[]): Promise<void> {
    await tx.query(
      `insert into occurrence_card (organisation_id, occurrence_id, language, title, place, link, bring)
       select $1, $2, c.language, c.title, c.place, c.link, c.bring from jsonb_to_recordset($3::jsonb) as c(language text, title text, place text, link text, bring text)
       on conflict on constraint occurrence_card_pk do update set title = excluded.title, place = excluded.place, link = excluded.link, bring = excluded.bring`,
      [organisationId, occurrenceId, JSON.stringify(cards)],
    );
  }
}

function timeColumns(time: PlannedTime): Record<string, unknown> {
  const { localDate, localTime, zone, from, to } = time;
  return { local_date: localDate, local_time: localTime, zone, starts_at: from, ends_at: to };
}
