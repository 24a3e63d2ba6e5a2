import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Granted, type Release } from '../domain/claim.js';
import { type Booking } from '../domain/ledger-facts.js';
import { rangeLiteral } from '../domain/time-range.js';

const ENTER = `
  insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, units, part, binding, expires_at)
  select $1, r.resource_organisation_id, r.resource_id, r.occurrence_id, r.during, r.units, r.part, r.binding, r.expires_at
  from jsonb_to_recordset($2::jsonb) as r(resource_organisation_id uuid, resource_id uuid, occurrence_id uuid, during tstzrange,
    units int4multirange, part text, binding boolean, expires_at timestamptz)`;

// The array says to the planner how few they are; of a record set it would expect a hundred.
const GIVE_BACK = `
  delete from reservation r using jsonb_to_recordset($2::jsonb) as x(occurrence_id uuid, resource_id uuid)
  where r.organisation_id = $1 and r.occurrence_id = any ($3) and r.occurrence_id = x.occurrence_id and (x.resource_id is null or r.resource_id = x.resource_id)`;

/** Writes what the judge granted. Only `Ledger` calls it, under the locks. */
@Injectable()
export class ReservationStore {
  async giveBack(tx: Tx, organisationId: string, releases: readonly Release[]): Promise<void> {
    const rows = releases.map(({ occurrenceId, resourceId }) => ({ occurrence_id: occurrenceId, resource_id: resourceId }));
    await tx.query(GIVE_BACK, [organisationId, JSON.stringify(rows), releases.map((release) => release.occurrenceId)]);
  }

  async enter(tx: Tx, organisationId: string, granted: readonly Granted[], idOf: (occurrence: string) => string): Promise<void> {
    const rows = granted.map(({ claim, resourceOrganisationId, binding, units }) => ({
      resource_organisation_id: resourceOrganisationId,
      resource_id: claim.resourceId,
      occurrence_id: idOf(claim.occurrence),
      during: rangeLiteral(claim.during),
      units,
      part: claim.part,
      binding,
      expires_at: claim.heldUntil,
    }));
    await tx.query(ENTER, [organisationId, JSON.stringify(rows)]);
  }

  async reseat(tx: Tx, moved: readonly Pick<Booking, 'id' | 'units'>[]): Promise<void> {
    await tx.query('select app.reseat($1)', [JSON.stringify(moved.map(({ id, units }) => ({ id, units })))]);
  }

  /** Makes a hold last: nothing of it expires any more. */
  async keep(tx: Tx, organisationId: string, occurrenceId: string): Promise<void> {
    await tx.query('update reservation set expires_at = null where organisation_id = $1 and occurrence_id = $2', [organisationId, occurrenceId]);
  }
}
