import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ImportedPerson } from '../domain/people-import/import-row.js';

/** Whom a line turned out to be. */
export interface PlacedPerson {
  readonly line: number;
  readonly personId: string;
  readonly outcome: 'added' | 'known';
}

const INCOMING = `
  incoming as (
    select * from jsonb_to_recordset($2::jsonb) as r(line int, "givenName" text, "familyName" text, email text, phone text, language text, reference text, "siteId" uuid, roles text[])
  ), keyed as materialized (
    select incoming.*, uuidv7() as person_id, lower(email collate "pg_c_utf8") as email_key,
      case when email is null and reference is null then app.fold("familyName" || ' ' || "givenName") end as name_key
    from incoming
  ), placed as materialized (
    select keyed.line, coalesce(by_email.person_id, by_reference.person_id, by_name.person_id) as person_id
    from keyed
    left join profile by_email on by_email.organisation_id = $1 and by_email.email_key = keyed.email_key and by_email.archived_at is null
    left join profile by_reference on by_reference.organisation_id = $1 and by_reference.reference = keyed.reference and by_reference.archived_at is null
    left join lateral (
      select p.person_id from profile p
      where p.organisation_id = $1 and p.sort_name = keyed.name_key and p.archived_at is null and p.phone is not distinct from keyed.phone limit 1
    ) by_name on keyed.name_key is not null
  ), fresh as materialized (
    select keyed.* from keyed join placed on placed.line = keyed.line where placed.person_id is null
  )`;

const LOOK = `with ${INCOMING}
  select line, coalesce(person_id::text, '') as "personId", case when person_id is null then 'added' else 'known' end as outcome from placed`;

// One statement for a batch: people, profiles and memberships. Constraints between them are checked at its end.
const ADD = `with ${INCOMING}, persons as (
    insert into person (id) select person_id from fresh
  ), profiles as (
    insert into profile (organisation_id, person_id, given_name, family_name, email, phone, language, reference, site_id)
    select $1, person_id, "givenName", "familyName", email, phone, coalesce(language, (select default_language from organisation where id = $1)), reference, "siteId" from fresh
    on conflict do nothing returning person_id
  ), memberships as (
    insert into membership (organisation_id, person_id, role, state)
    select $1, fresh.person_id, unnest(fresh.roles), $3 from fresh join profiles on profiles.person_id = fresh.person_id
  )
  select placed.line, coalesce(placed.person_id, fresh.person_id)::text as "personId",
    case when placed.person_id is null and profiles.person_id is not null then 'added' else 'known' end as outcome
  from placed left join fresh on fresh.line = placed.line left join profiles on profiles.person_id = fresh.person_id`;

const PUT_RECIPIENTS = `select app.put_recipient(r."personId", $1, r.email, r.language)
  from jsonb_to_recordset($2::jsonb) as r("personId" uuid, email text, language text)`;

/** Finds and adds people by the hundred. Known are those with the address or the reference, or, without either, with name and telephone. */
@Injectable()
export class ImportBatchStore {
  /** Only says what would become of them. */
  look(tx: Tx, organisationId: string, people: readonly ImportedPerson[]): Promise<readonly PlacedPerson[]> {
    return tx.query<PlacedPerson>(LOOK, [organisationId, JSON.stringify(people)]);
  }

  add(tx: Tx, organisationId: string, people: readonly ImportedPerson[], state: 'active' | 'invited'): Promise<readonly PlacedPerson[]> {
    return tx.query<PlacedPerson>(ADD, [organisationId, JSON.stringify(people), state]);
  }

  /** Where mail goes, as Recipients.put for one. */
  async putRecipients(tx: Tx, organisationId: string, people: readonly { readonly personId: string; readonly email: string | null; readonly language: string | null }[]): Promise<void> {
    const reachable = people.filter((person) => person.email !== null);
    if (reachable.length > 0) await tx.query(PUT_RECIPIENTS, [organisationId, JSON.stringify(reachable)]);
  }
}
