import { Injectable } from '@nestjs/common';
import { type Language, type Page, pageOf, type PageRequest, type Role, type Tx } from '@app/platform';
import { type MembershipState } from '../domain/membership.js';
import { type MemberKey } from './people.store.js';

/** A line of the list of people, and the head of a person's page. */
export interface PersonRow {
  readonly id: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  readonly reference: string | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
  /** When the human accepted to be this person here; null while provisional. */
  readonly joinedAt: Date | null;
  readonly version: number;
  readonly state: MembershipState;
  /** Those that stand. */
  readonly roles: readonly { readonly role: Role; readonly state: MembershipState; readonly since: string }[];
  /** End of an open invitation; may lie in the past. */
  readonly invitationExpiresAt: Date | null;
  readonly sortName: string;
}

export interface PeopleFilter {
  readonly organisationId: string;
  /** Words that all occur in name, address or reference; accents and case do not matter. */
  readonly search?: string;
  readonly roles?: readonly Role[];
  /** By default everybody who has not left. */
  readonly states?: readonly MembershipState[];
  readonly siteId?: string;
}

const MOST_WORDS = 6;
const STANDING: readonly MembershipState[] = ['invited', 'active', 'suspended'];

const COLUMNS = `id, person_id as "personId", given_name as "givenName", family_name as "familyName", email, phone, language, reference,
  site_id as "siteId", site_name as "siteName", joined_at as "joinedAt", version, state, roles, invitation_expires_at as "invitationExpiresAt", sort_name as "sortName"`;

const DETAIL = `
  select p.id, p.person_id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.email, p.phone, p.language, p.reference,
    p.site_id as "siteId", s.name as "siteName", p.joined_at as "joinedAt", p.version, p.sort_name as "sortName",
    (select case when bool_or(m.state = 'suspended') then 'suspended' when bool_or(m.state = 'active') then 'active' when bool_or(m.state = 'invited') then 'invited' else 'ended' end
      from membership m where m.organisation_id = p.organisation_id and m.person_id = p.person_id) as state,
    (select coalesce(json_agg(json_build_object('role', m.role, 'state', m.state, 'since', m.since) order by m.role), '[]') from membership m
      where m.organisation_id = p.organisation_id and m.person_id = p.person_id and m.state <> 'ended') as roles,
    (select i.expires_at from invitation i where i.organisation_id = p.organisation_id and i.person_id = p.person_id and i.state = 'open') as "invitationExpiresAt"
  from profile p left join site s on s.organisation_id = p.organisation_id and s.id = p.site_id
  where p.organisation_id = $1 and p.person_id = $2 and p.archived_at is null`;

// Equality is leakproof, so the index on the sort name serves under the policy too.
const DUPLICATES = `
  select a.person_id as "personId", b.person_id as "otherPersonId", a.given_name || ' ' || a.family_name as name, b.given_name || ' ' || b.family_name as "otherName",
    a.email, b.email as "otherEmail", a.joined_at as "joinedAt", b.joined_at as "otherJoinedAt", a.version, b.version as "otherVersion"
  from profile a join profile b on b.organisation_id = a.organisation_id and b.sort_name = a.sort_name and b.id > a.id and b.archived_at is null
  where a.organisation_id = $1 and a.archived_at is null order by a.sort_name, a.id, b.id limit 100`;

/** Two entries that bear the same name: one human perhaps. */
export interface LikelyDuplicate {
  readonly personId: string;
  readonly otherPersonId: string;
  readonly name: string;
  readonly otherName: string;
  readonly email: string | null;
  readonly otherEmail: string | null;
  readonly joinedAt: Date | null;
  readonly otherJoinedAt: Date | null;
  readonly version: number;
  readonly otherVersion: number;
}

@Injectable()
export class PeopleReads {
  async list(tx: Tx, filter: PeopleFilter, page: PageRequest): Promise<Page<PersonRow>> {
    const words = (filter.search ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
    const [afterName, afterId] = page.after ?? [];
    const rows = await tx.query<PersonRow>(`select ${COLUMNS} from app.people($1, $2, $3, $4, $5, $6, $7, $8)`, [
      filter.organisationId,
      words,
      filter.roles ?? null,
      filter.states ?? STANDING,
      filter.siteId ?? null,
      afterName ?? null,
      afterId ?? null,
      page.first + 1,
    ]);
    return pageOf(rows, page.first);
  }

  async one(tx: Tx, { organisationId, personId }: MemberKey): Promise<PersonRow | undefined> {
    return (await tx.query<PersonRow>(DETAIL, [organisationId, personId]))[0];
  }

  duplicates(tx: Tx, organisationId: string): Promise<readonly LikelyDuplicate[]> {
    return tx.query(DUPLICATES, [organisationId]);
  }
}
