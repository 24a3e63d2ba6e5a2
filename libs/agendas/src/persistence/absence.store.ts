import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type AbsenceReason, type AbsenceState, type HalfDays } from '../domain/absence.js';

export interface Absence extends HalfDays {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly reason: AbsenceReason;
  readonly state: AbsenceState;
  readonly version: number;
  readonly announcedAt: Date;
}

export interface NewAbsence extends HalfDays {
  readonly organisationId: string;
  readonly personId: string;
  readonly reason: AbsenceReason;
  readonly during: { readonly from: Date; readonly to: Date };
}

const COLUMNS = `id, organisation_id as "organisationId", person_id as "personId", first_day::text as "firstDay", first_half as "firstHalf", last_day::text as "lastDay",
  last_half as "lastHalf", reason, state, version, announced_at as "announcedAt"`;

const ANNOUNCE = `
  insert into absence_notice (organisation_id, person_id, first_day, first_half, last_day, last_half, during, reason, announced_by)
  values ($1, $2, $3, $4, $5, $6, tstzrange($7, $8), $9, $10) returning ${COLUMNS}`;

const LOCK = `select ${COLUMNS} from absence_notice where id = $1 for no key update`;

const SETTLE = `
  update absence_notice set state = $2, version = version + 1, decided_by = case when $2 = 'withdrawn' then null else $3::uuid end,
    decided_at = case when $2 in ('justified', 'unjustified') then app.now() end
  where id = $1 returning ${COLUMNS}`;

// Missed is what an absence covers, and half a day whose beginning it covers: who comes after it has begun is not told when it begins.
const EXCUSED = `
  select o.id as "occurrenceId", b.person_id as "personId" from occurrence o
    join attendee a on a.occurrence_id = o.id and a.state = 'expected'
    join absence_notice b on b.organisation_id = o.organisation_id and b.person_id = a.person_id and b.state <> 'withdrawn' and b.during && tstzrange(o.starts_at, o.ends_at)
  where o.organisation_id = $1 and o.id = any ($2)
  group by o.id, b.person_id
  having range_agg(b.during) @> tstzrange(o.starts_at, o.ends_at) or (range_agg(b.during) @> o.starts_at and o.ends_at - o.starts_at <= interval '5 hours')`;

const OCCURRENCES = `
  select distinct o.id from absence_notice b join attendee a on a.organisation_id = b.organisation_id and a.person_id = b.person_id and a.state = 'expected'
    join occurrence o on o.id = a.occurrence_id and o.state = 'planned' and o.starts_at > app.now() and tstzrange(o.starts_at, o.ends_at) && b.during
  where b.organisation_id = $1 and b.id = $2`;

const TO_COME = `
  select id, person_id as "personId", first_day::text as "firstDay", first_half as "firstHalf", last_day::text as "lastDay", last_half as "lastHalf", lower(during) as "from", upper(during) as "to"
  from absence_notice where organisation_id = $1 and upper(during) > app.now() and state <> 'withdrawn' order by id for no key update`;

const MOVE = 'update absence_notice set during = tstzrange($5, $6), version = version + 1 where organisation_id = $1 and id = $2 and during = tstzrange($3, $4) returning id';

const ZONE = 'select zone from organisation where id = $1';
const KNOWN = 'select from profile where organisation_id = $1 and person_id = $2';

@Injectable()
export class AbsenceStore {
  async announce(tx: Tx, absence: NewAbsence): Promise<Absence> {
    const { organisationId, personId, firstDay, firstHalf, lastDay, lastHalf, during, reason } = absence;
    return this.one(tx, ANNOUNCE, [organisationId, personId, firstDay, firstHalf, lastDay, lastHalf, during.from, during.to, reason, tx.actor.personId ?? null]);
  }

  async lock(tx: Tx, id: string): Promise<Absence | undefined> {
    const [row] = await tx.query<Absence>(LOCK, [id]);
    return row;
  }

  async settle(tx: Tx, id: string, state: AbsenceState): Promise<Absence> {
    return this.one(tx, SETTLE, [id, state, tx.actor.personId ?? null]);
  }

  /** Who will miss which of these. */
  excused(tx: Tx, organisationId: string, occurrenceIds: readonly string[]): Promise<readonly { readonly occurrenceId: string; readonly personId: string }[]> {
    return tx.query<{ occurrenceId: string; personId: string }>(EXCUSED, [organisationId, occurrenceIds]);
  }

  /** What of the time to come an absence touches. */
  async occurrencesOf(tx: Tx, organisationId: string, id: string): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(OCCURRENCES, [organisationId, id])).map((row) => row.id);
  }

  /** Half-days to come, with the instants that they meant when they were announced. */
  toCome(tx: Tx, organisationId: string): Promise<readonly (HalfDays & { readonly id: string; readonly personId: string; readonly from: Date; readonly to: Date })[]> {
    return tx.query(TO_COME, [organisationId]);
  }

  /** False when it was changed meanwhile. */
  async move(tx: Tx, organisationId: string, { id, from, to, during }: { id: string; from: Date; to: Date; during: { from: Date; to: Date } }): Promise<boolean> {
    return (await tx.query(MOVE, [organisationId, id, from, to, during.from, during.to])).length > 0;
  }

  async zone(tx: Tx, organisationId: string): Promise<string> {
    const [row] = await tx.query<{ zone: string }>(ZONE, [organisationId]);
    return row?.zone ?? 'Europe/Brussels';
  }

  async isKnown(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
    return (await tx.query(KNOWN, [organisationId, personId])).length > 0;
  }

  private async one(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<Absence> {
    const [row] = await tx.query<Absence>(sql, parameters);
    if (!row) throw new Error('The absence was not written.');
    return row;
  }
}
