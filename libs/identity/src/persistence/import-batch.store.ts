import { Injectable } from '@nestjs/common';
import { type Tx, violates } from '@app/platform';
import { type ImportedPerson } from '../domain/people-import/import-row.js';

/** Whom a line turned out to be: somebody known, or nobody yet, with the id that a new person would have. */
export interface PlacedPerson {
  readonly line: number;
  readonly knownId: string | null;
  readonly newId: string;
}

// Sub-selects and no joins: each key is looked up in its index, whatever the planner believes about a table that grows while we read.
// Keys are worked out first: beside row-level security an index is used only where nothing but a plain comparison, in the column's own
// collation, meets it.
const LOOK = `
  with r as materialized (
    select line, email, phone, reference, lower(email collate "pg_c_utf8") collate "default" as email_key, app.fold("familyName" || ' ' || "givenName") collate "default" as name_key
    from jsonb_to_recordset($2::jsonb) as t(line int, "givenName" text, "familyName" text, email text, phone text, reference text))
  select line, uuidv7() as "newId", coalesce(
    (select p.person_id from profile p where p.organisation_id = $1 and p.email_key = r.email_key and p.archived_at is null),
    (select p.person_id from profile p where p.organisation_id = $1 and p.reference = r.reference and p.archived_at is null),
    case when r.email is null and r.reference is null then
      (select p.person_id from profile p where p.organisation_id = $1 and p.sort_name = r.name_key
         and p.archived_at is null and p.phone is not distinct from r.phone limit 1) end) as "knownId"
  from r`;

// One statement for a batch. Constraints between person, profile and membership are checked at its end.
const ADD = `
  with incoming as materialized (
    select * from jsonb_to_recordset($2::jsonb) as r("personId" uuid, "givenName" text, "familyName" text, email text, phone text, language text, reference text, "siteId" uuid, roles text[])
  ), persons as (
    insert into person (id) select "personId" from incoming
  ), profiles as (
    insert into profile (organisation_id, person_id, given_name, family_name, email, phone, language, reference, site_id)
    select $1, "personId", "givenName", "familyName", email, phone, coalesce(language, (select default_language from organisation where id = $1)), reference, "siteId" from incoming
  )
  insert into membership (organisation_id, person_id, role, state) select $1, "personId", unnest(roles), $3 from incoming`;

/** Somebody entered one of the same people at the same moment: the batch has to look again. */
export class PeopleMeanwhile extends Error {}

/** Finds and adds people by the hundred. Known are those with the address or the reference, or, without either, with name and telephone. */
@Injectable()
export class ImportBatchStore {
  look(tx: Tx, organisationId: string, people: readonly ImportedPerson[]): Promise<readonly PlacedPerson[]> {
    return tx.query<PlacedPerson>(LOOK, [organisationId, JSON.stringify(people)]);
  }

  /** Lets the planner know that there are many people now: it would take minutes to notice, and read whole organisations meanwhile. */
  async noteGrowth(tx: Tx): Promise<void> {
    await tx.query('select app.note_growth_of_people()');
  }

  /** People with profile and roles. Throws PeopleMeanwhile. */
  async add(tx: Tx, organisationId: string, people: readonly (ImportedPerson & { readonly personId: string })[], state: 'active' | 'invited'): Promise<void> {
    if (people.length === 0) return;
    try {
      await tx.query(ADD, [organisationId, JSON.stringify(people), state]);
    } catch (error) {
      if (violates(error, 'profile_email_uq') || violates(error, 'profile_reference_uq')) throw new PeopleMeanwhile();
      throw error;
    }
  }
}
