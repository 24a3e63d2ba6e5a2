import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Absence } from '../domain/ledger-facts.js';
import { rangeLiteral, type TimeRange } from '../domain/time-range.js';

export interface NewAbsence extends TimeRange {
  readonly organisationId: string;
  readonly resource: { readonly id: string; readonly organisationId: string };
  readonly kind: Absence['kind'];
  readonly label?: string | null;
}

export interface StandingAbsence extends TimeRange {
  readonly id: string;
  readonly organisationId: string;
  readonly resourceId: string;
  readonly kind: Absence['kind'];
  readonly version: number;
}

@Injectable()
export class AbsenceStore {
  async enter(tx: Tx, absence: NewAbsence): Promise<string> {
    const { organisationId, resource, kind, label } = absence;
    const [row] = await tx.query<{ id: string }>(
      `insert into unavailability (organisation_id, resource_organisation_id, resource_id, kind, during, label, entered_by)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [organisationId, resource.organisationId, resource.id, kind, rangeLiteral(absence), label ?? null, tx.actor.personId ?? null],
    );
    if (!row) throw new Error('An absence was inserted and not answered.');
    return row.id;
  }

  async lock(tx: Tx, organisationId: string, id: string): Promise<StandingAbsence | undefined> {
    const [row] = await tx.query<StandingAbsence>(
      `select id, organisation_id as "organisationId", resource_id as "resourceId", kind, lower(during) as "from", upper(during) as "to", version
       from unavailability where organisation_id = $1 and id = $2 for no key update`,
      [organisationId, id],
    );
    return row;
  }

  async endAt(tx: Tx, absence: StandingAbsence, end: Date): Promise<void> {
    await tx.query('update unavailability set during = $3, version = version + 1 where organisation_id = $1 and id = $2', [
      ...[absence.organisationId, absence.id, rangeLiteral({ from: absence.from, to: end })],
    ]);
  }

  async remove(tx: Tx, absence: StandingAbsence): Promise<void> {
    await tx.query('delete from unavailability where organisation_id = $1 and id = $2', [absence.organisationId, absence.id]);
  }
}
