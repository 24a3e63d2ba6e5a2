import { Injectable } from '@nestjs/common';
import { type Language, type Tx } from '@app/platform';
import { type RemindedOccurrence } from '../domain/plan-reminders.js';

export interface OccurrenceToRemind extends RemindedOccurrence {
  readonly timingVersion: number;
  /** Where rules of its own may stand: its scope, or its series where it has none. */
  readonly scopeId: string | null;
}

/** What a reminder says, as the person reads it. */
export interface ReminderCard {
  readonly kind: string;
  readonly state: string;
  readonly timingVersion: number;
  readonly startsAt: Date;
  readonly zone: string;
  readonly now: Date;
  readonly title: string | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly bring: string | null;
  readonly where: string | null;
  readonly scopeId: string | null;
  readonly part: string;
  readonly name: string;
  readonly organisation: string;
}

/** Who reads, and in whose name it is written. */
export interface Reader {
  readonly name: string;
  readonly organisation: string;
}

/** Somebody who is reminded next, for a preview. */
export interface Example {
  readonly personId: string;
  readonly personName: string;
  readonly occurrenceId: string;
  /** The Monday of the week in which it takes place. */
  readonly monday: string;
}

export interface ExampleWish {
  readonly scopeId: string | null;
  readonly kinds: readonly string[];
  readonly parts: readonly string[];
  readonly firstOnly: boolean;
  /** Only from this day on. */
  readonly from: string | null;
}

export interface WeekItem {
  readonly id: string;
  readonly scopeId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly day: string;
  readonly title: string;
  readonly where: string | null;
}

/** Whom a weekly rule reaches. */
export interface WeekReach {
  readonly parts: readonly string[];
  readonly kinds: readonly string[];
  readonly scopeId: string | null;
  readonly without: readonly string[];
}

/** Nothing of the same scope or series takes place before it. */
const IS_FIRST = `coalesce(o.scope_id, o.series_id) is not null and not exists (select from occurrence e where e.organisation_id = o.organisation_id and e.id <> o.id and e.state in ('planned', 'done')
      and coalesce(e.scope_id, e.series_id) = coalesce(o.scope_id, o.series_id) and (e.starts_at, e.id) < (o.starts_at, o.id))`;

const OCCURRENCE = `
  select o.kind, o.state, o.starts_at as "startsAt", o.zone, o.timing_version as "timingVersion", coalesce(o.scope_id, o.series_id) as "scopeId", app.now() as now,
    ${IS_FIRST} as "isFirst",
    coalesce((select json_agg(json_build_object('personId', a.person_id, 'part', a.part, 'since', a.since)) from attendee a where a.occurrence_id = o.id and a.state = 'expected'), '[]') as attendees
  from occurrence o where o.id = $1 and o.organisation_id = $2`;

// Who is not expected any more, or whose rights were taken back, is not written to (case 5).
const CARD = `
  select o.kind, o.state, o.timing_version as "timingVersion", o.starts_at as "startsAt", o.zone, app.now() as now, card.title, card.place, card.link, card.bring, coalesce(o.scope_id, o.series_id) as "scopeId", a.part,
    (select g.name from organisation g where g.id = o.organisation_id) as organisation,
    coalesce((select p.given_name from profile p where p.organisation_id = o.organisation_id and p.person_id = $2), '') as name,
    nullif(concat_ws(', ', (select string_agg(r.name, ', ' order by r.name) from reservation v join resource r on r.id = v.resource_id where v.occurrence_id = o.id and v.part = 'room'),
      s.name, s.street, nullif(concat_ws(' ', s.postal_code, s.city), '')), '') as where
  from occurrence o join attendee a on a.occurrence_id = o.id and a.person_id = $2 and a.state = 'expected' left join site s on s.id = o.site_id
    left join lateral (select c.title, c.place, c.link, c.bring from occurrence_card c where c.occurrence_id = o.id order by c.language = $3 desc, c.language limit 1) card on true
  where o.id = $1 and exists (select from membership m where m.person_id = $2 and m.organisation_id = o.organisation_id and m.state = 'active')
  order by a.part limit 1`;

const FIRST = `select ${IS_FIRST} as "isFirst" from occurrence o where o.id = $1`;

const READER = `
  select o.name as organisation, coalesce((select p.given_name from profile p where p.organisation_id = o.id and p.person_id = $2), '') as name from organisation o where o.id = $1`;

const EXAMPLE = `
  select o.id as "occurrenceId", a.person_id as "personId", (o.local_date - (extract(isodow from o.local_date)::int - 1))::text as monday,
    coalesce((select trim(p.given_name || ' ' || p.family_name) from profile p where p.organisation_id = o.organisation_id and p.person_id = a.person_id), '') as "personName"
  from occurrence o join attendee a on a.occurrence_id = o.id and a.state = 'expected' and a.part = any ($4)
  where o.organisation_id = $1 and o.state = 'planned' and o.starts_at > app.now() and ($2::uuid is null or coalesce(o.scope_id, o.series_id) = $2)
    and (cardinality($3::text[]) = 0 or o.kind = any ($3)) and ($5::date is null or o.local_date >= $5::date) and (not $6::boolean or ${IS_FIRST})
    and exists (select from membership m where m.person_id = a.person_id and m.organisation_id = o.organisation_id and m.state = 'active')
  order by o.starts_at, o.id, a.person_id limit 1`;

const WEEK = `
  select o.id, coalesce(o.scope_id, o.series_id) as "scopeId", o.starts_at as "startsAt", o.ends_at as "endsAt", o.zone, o.local_date::text as day, coalesce(card.title, '') as title,
    coalesce((select string_agg(r.name, ', ' order by r.name) from reservation v join resource r on r.id = v.resource_id where v.occurrence_id = o.id and v.part = 'room'), card.place, s.name) as where
  from (select distinct a.occurrence_id from attendee a where a.person_id = $2 and a.organisation_id = $1 and a.state = 'expected') mine
    join occurrence o on o.id = mine.occurrence_id and o.state = 'planned' and o.local_date between $3::date and $3::date + 6
    left join site s on s.id = o.site_id
    left join lateral (select c.title, c.place from occurrence_card c where c.occurrence_id = o.id order by c.language = $4 desc, c.language limit 1) card on true
  where exists (select from membership m where m.person_id = $2 and m.organisation_id = $1 and m.state = 'active')
  order by o.starts_at, o.id limit 60`;

const PEOPLE_OF_WEEK = `
  select distinct a.person_id as "personId" from occurrence o join attendee a on a.occurrence_id = o.id and a.state = 'expected' and a.part = any ($3)
  where o.organisation_id = $1 and o.state = 'planned' and o.local_date between $2::date and $2::date + 6 and (cardinality($4::text[]) = 0 or o.kind = any ($4))
    and case when $5::uuid is not null then coalesce(o.scope_id, o.series_id) = $5 else coalesce(o.scope_id, o.series_id) is null or coalesce(o.scope_id, o.series_id) <> all ($6::uuid[]) end`;

const UPCOMING = `
  select o.id from occurrence o where o.organisation_id = $1 and o.state = 'planned' and o.starts_at > app.now() and ($2::uuid is null or coalesce(o.scope_id, o.series_id) = $2) order by o.starts_at`;
const NEIGHBOURS = `
  select o.id from occurrence o where o.organisation_id = $1 and o.state = 'planned' and o.starts_at > app.now()
    and coalesce(o.scope_id, o.series_id) = (select coalesce(x.scope_id, x.series_id) from occurrence x where x.id = $2) and o.id <> $2 order by o.starts_at limit 1`;

@Injectable()
export class ReminderReads {
  async occurrence(tx: Tx, organisationId: string, id: string): Promise<OccurrenceToRemind | undefined> {
    const [row] = await tx.query<OccurrenceToRemind & { attendees: { personId: string; part: string; since: string }[] }>(OCCURRENCE, [id, organisationId]);
    return row && { ...row, attendees: row.attendees.map((one) => ({ ...one, since: new Date(one.since) })) };
  }

  async card(tx: Tx, occurrenceId: string, personId: string, language: Language): Promise<ReminderCard | undefined> {
    const [row] = await tx.query<ReminderCard>(CARD, [occurrenceId, personId, language]);
    return row;
  }

  week(tx: Tx, who: { readonly organisationId: string; readonly personId: string; readonly language: Language }, monday: string): Promise<readonly WeekItem[]> {
    return tx.query<WeekItem>(WEEK, [who.organisationId, who.personId, monday, who.language]);
  }

  /** Of one scope, or of the organisation without the scopes that have rules of their own. */
  async peopleOfWeek(tx: Tx, organisationId: string, monday: string, reach: WeekReach): Promise<readonly string[]> {
    const rows = await tx.query<{ personId: string }>(PEOPLE_OF_WEEK, [organisationId, monday, reach.parts, reach.kinds, reach.scopeId, reach.without]);
    return rows.map((row) => row.personId);
  }

  async isFirst(tx: Tx, occurrenceId: string): Promise<boolean> {
    const [row] = await tx.query<{ isFirst: boolean }>(FIRST, [occurrenceId]);
    return row?.isFirst ?? false;
  }

  async reader(tx: Tx, organisationId: string, personId: string): Promise<Reader> {
    const [row] = await tx.query<Reader>(READER, [organisationId, personId]);
    return row ?? { name: '', organisation: 'Tremplin' };
  }

  /** Who would be the next that a rule reminds. */
  async example(tx: Tx, organisationId: string, { scopeId, kinds, parts, from, firstOnly }: ExampleWish): Promise<Example | undefined> {
    const [row] = await tx.query<Example>(EXAMPLE, [organisationId, scopeId, kinds, parts, from, firstOnly]);
    return row;
  }

  /** What is still to come, of an organisation or of one scope in it. */
  async upcoming(tx: Tx, organisationId: string, scopeId: string | null): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(UPCOMING, [organisationId, scopeId])).map((row) => row.id);
  }

  /** What may have become the first of its scope when this one moved, or was it before. */
  async neighbours(tx: Tx, organisationId: string, occurrenceId: string): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(NEIGHBOURS, [organisationId, occurrenceId])).map((row) => row.id);
  }
}
