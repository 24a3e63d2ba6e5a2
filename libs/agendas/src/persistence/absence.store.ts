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
