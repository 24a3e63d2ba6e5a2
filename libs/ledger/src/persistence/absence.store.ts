import { Injectable } from '@nestjs/common';
import { type Tx, type WallTime, wallTimeAt } from '@app/platform';
import { type Absence } from '../domain/ledger-facts.js';
import { rangeLiteral, type TimeRange } from '../domain/time-range.js';

export interface NewAbsence extends TimeRange {
  readonly organisationId: string;
  readonly resource: { readonly id: string; readonly organisationId: string };
  readonly kind: Absence['kind'];
  readonly label?: string | null;
  /** Whose wall clock was read when it was entered: it keeps that reading when the rules of the zone change. */
  readonly zone: string;
}

export interface StandingAbsence extends TimeRange {
  readonly id: string;
  readonly organisationId: string;
  readonly resourceId: string;
  readonly kind: Absence['kind'];
  readonly version: number;
  /** Null for busy times of another calendar: they come as instants. */
  readonly zone: string | null;
}

@Injectable()
export class AbsenceStore {
  async enter(tx: Tx, absence: NewAbsence): Promise<string> {
    const { organisationId, resource, kind, label, zone } = absence;
    const [from, to] = [wallTimeAt(absence.from, zone), wallTimeAt(absence.to, zone)];
    const [row] = await tx.query<{ id: string }>(
      `insert into unavailability (organisation_id, resource_organisation_id, resource_id, kind, during, label, entered_by, from_date, from_time, to_date, to_time, zone)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [organisationId, resource.organisationId, resource.id, kind, rangeLiteral(absence), label ?? null, tx.actor.personId ?? null, ...wallColumns(from, to), zone],
    );
    if (!row) throw new Error('An absence was inserted and not answered.');
    return row.id;
  }

  async lock(tx: Tx, organisationId: string, id: string): Promise<StandingAbsence | undefined> {
    const [row] = await tx.query<StandingAbsence>(
      `select id, organisation_id as "organisationId", resource_id as "resourceId", kind, lower(during) as "from", upper(during) as "to", version, zone
       from unavailability where organisation_id = $1 and id = $2 for no key update`,
      [organisationId, id],
    );
    return row;
  }

  async endAt(tx: Tx, absence: StandingAbsence, end: Date): Promise<void> {
    const wall = absence.zone ? wallTimeAt(end, absence.zone) : undefined;
    await tx.query(
      `update unavailability set during = $3, to_date = coalesce($4, to_date), to_time = coalesce($5, to_time), version = version + 1
       where organisation_id = $1 and id = $2`,
      [absence.organisationId, absence.id, rangeLiteral({ from: absence.from, to: end }), wall?.date ?? null, wall?.time ?? null],
    );
  }

  async remove(tx: Tx, absence: StandingAbsence): Promise<void> {
    await tx.query('delete from unavailability where organisation_id = $1 and id = $2', [absence.organisationId, absence.id]);
  }
}

const wallColumns = (from: WallTime, to: WallTime): readonly string[] => [from.date, from.time, to.date, to.time];
