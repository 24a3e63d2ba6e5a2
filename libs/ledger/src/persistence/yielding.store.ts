import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type PersonPart } from '../domain/claim.js';
import { rangeLiteral } from '../domain/time-range.js';

/** A booking of a person that does not bind, because another one stood there first. */
export interface Yielding {
  readonly id: string;
  readonly personId: string;
  readonly part: PersonPart;
  readonly occurrenceId: string;
  readonly siteId: string | null;
  readonly from: Date;
  readonly to: Date;
}

const ROWS = `
  select r.id, r.resource_id as "personId", r.part, r.occurrence_id as "occurrenceId", o.site_id as "siteId", lower(r.during) as "from", upper(r.during) as "to"
  from reservation r join occurrence o on o.id = r.occurrence_id
  where r.organisation_id = $1 and r.id = any ($2) and not r.binding order by r.id`;

// A move writes new rows and a merge another person: either way this one is not the one that was weighed.
const BIND = `
  update reservation r set binding = true from jsonb_to_recordset($2::jsonb) as x(id uuid, person_id uuid, during tstzrange)
  where r.organisation_id = $1 and r.id = x.id and r.resource_id = x.person_id and r.during = x.during and not r.binding
  returning r.id`;

@Injectable()
export class YieldingStore {
  /** Of all organisations: what yields, and nothing that binds stands there now. */
  async free(tx: Tx): Promise<readonly { readonly organisationId: string; readonly id: string }[]> {
    return tx.query('select organisation_id as "organisationId", reservation_id as id from app.yielding_and_free()');
  }

  async rows(tx: Tx, organisationId: string, ids: readonly string[]): Promise<readonly Yielding[]> {
    return tx.query(ROWS, [organisationId, ids]);
  }

  /** Only under the locks of the ledger; answers those that were still as they were read. */
  async bind(tx: Tx, organisationId: string, granted: readonly Yielding[]): Promise<readonly Yielding[]> {
    const rows = granted.map(({ id, personId, from, to }) => ({ id, person_id: personId, during: rangeLiteral({ from, to }) }));
    const bound = await tx.query<{ id: string }>(BIND, [organisationId, JSON.stringify(rows)]);
    return granted.filter(({ id }) => bound.some((each) => each.id === id));
  }
}
